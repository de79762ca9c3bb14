import { setTimeout as sleep } from "node:timers/promises";
import { AS_MERGE, type Cluster } from "./cluster.ts";

const EVERY_MS = 1_000;
const ADDRESS = "127.0.0.1";

/**
 * Stands in for the ingress controller that a cluster's owner runs: gives each Ingress the address that `pulumi up`
 * waits for. Returns what ends it.
 */
export function actAsIngressController({ networking }: Cluster): () => Promise<void> {
  let stopped = false;
  const turn = async (): Promise<void> => {
    const { items } = await networking.listIngressForAllNamespaces();
    const bare = items.filter(({ status }) => (status?.loadBalancer?.ingress ?? []).length === 0);
    await Promise.all(
      bare.map(({ metadata }) =>
        networking.patchNamespacedIngressStatus(
          {
            name: metadata?.name ?? "",
            namespace: metadata?.namespace ?? "",
            body: { status: { loadBalancer: { ingress: [{ ip: ADDRESS }] } } },
          },
          AS_MERGE,
        ),
      ),
    );
  };
  const loop = (async () => {
    while (!stopped) {
      // One that is deleted meanwhile, or a busy server: asked again.
      await turn().catch(() => {});
      await sleep(EVERY_MS);
    }
  })();
  return async () => {
    stopped = true;
    await loop;
  };
}
