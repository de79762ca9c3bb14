import type { EngineLog } from "../rpc/engine-log.ts";
import type { Applier } from "./applier.ts";
import type { Cluster } from "./cluster/cluster.ts";
import type { KubernetesSettings } from "./settings.ts";

/** The clusters of one kubeconfig file, each asked once whether it answers. */
export class Clusters {
  readonly #kubeconfig: string;
  readonly #opened = new Map<string | undefined, Promise<Cluster>>();
  #current = new AbortController();

  constructor(kubeconfig: string) {
    this.#kubeconfig = kubeconfig;
  }

  /** Throws `UserError` for a context that is not there, a cluster out of reach or credentials it does not take. */
  open(context: string | undefined): Promise<Cluster> {
    const known = this.#opened.get(context);
    if (known !== undefined) return known;
    const opened = open(this.#kubeconfig, context);
    this.#opened.set(context, opened);
    return opened;
  }

  async applier({ context, namespace, force, upsert }: KubernetesSettings, log: EngineLog): Promise<Applier> {
    const { ApiServerApplier } = await import("./cluster/api-server-applier.ts");
    const cluster = await this.open(context);
    return new ApiServerApplier({
      cluster: { ...cluster, defaultNamespace: namespace ?? cluster.defaultNamespace },
      log,
      signal: () => this.#current.signal,
      claims: { force, upsert },
    });
  }

  /** Ends the waits under way. The engine cancels at the end of a preview too, so what comes later is not touched. */
  cancel(): void {
    this.#current.abort();
    this.#current = new AbortController();
  }
}

/** The client loads half a second: only when a cluster is asked for. */
async function open(kubeconfig: string, context: string | undefined): Promise<Cluster> {
  const { openCluster } = await import("./cluster/cluster.ts");
  return openCluster(kubeconfig, context);
}
