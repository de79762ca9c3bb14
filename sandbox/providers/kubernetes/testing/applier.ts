import type { EngineLog } from "../../rpc/engine-log.ts";
import type { Properties } from "../../values.ts";
import type { Change } from "../applier.ts";
import { ApiServerApplier, type ApplierOptions } from "../cluster/api-server-applier.ts";
import { openCluster } from "../cluster/cluster.ts";
import { FakeApiServer } from "./fake-api-server.ts";

export interface Bench {
  readonly server: FakeApiServer;
  readonly applier: ApiServerApplier;
  /** What the engine was told, `urn: message`. */
  readonly said: string[];
}

/** An applier on a fake API server that has namespace `prod`; nothing waits long. */
export async function applierBench(options: Partial<ApplierOptions> = {}): Promise<Bench> {
  const server = await FakeApiServer.start();
  server.objects.set("/api/v1/namespaces/prod", { kind: "Namespace", metadata: { name: "prod", uid: "ns" } });
  const said: string[] = [];
  const log: EngineLog = {
    warn: async (urn, message) => void said.push(`${urn}: ${message}`),
    status: (urn, message) => void said.push(`${urn}: ${message}`),
  };
  const waits = { answerMilliseconds: 2_000, retryMilliseconds: 1 };
  const cluster = await openCluster(server.kubeconfig(), undefined, waits);
  const applier = new ApiServerApplier({
    cluster,
    log,
    signal: () => new AbortController().signal,
    claims: { force: false, upsert: false },
    missingWaitsMilliseconds: [1, 1],
    ...options,
  });
  return { server, applier, said };
}

export function changeBy(urn: string, rest: Partial<Change> = {}): Change {
  return { urn, isNew: true, ignored: [], timeoutSeconds: 1, ...rest };
}

export function configMap(data: Record<string, string>, metadata: Properties = {}): Properties {
  return { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "settings", namespace: "prod", ...metadata }, data };
}
