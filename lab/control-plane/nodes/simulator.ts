import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CoreV1Api } from "@kubernetes/client-node";
import { send } from "../../support/https.ts";
import { freePorts } from "../../support/ports.ts";
import { clientConfig } from "../client.ts";
import { LOOPBACK } from "../flags.ts";
import { applyObjects, objectsOf } from "../objects.ts";
import type { ControlPlane } from "../start.ts";
import { waitFor } from "../wait.ts";
import { nodeObject, type SimulatedNode } from "./node.ts";

/** Kubelets of machines that are not there. */
export interface NodeSimulator {
  /** Serves `/metrics/nodes/<node>/metrics/resource`, as a kubelet does, over TLS of the cluster's authority. */
  readonly url: string;
  /** Registers machines and waits until each is ready and takes pods. */
  addNodes(nodes: readonly SimulatedNode[]): Promise<void>;
  /** Takes machines away with their pods, at once, as a lost Spot machine goes. */
  removeNodes(names: readonly string[]): Promise<void>;
}

const IN_THIS_ROOM = (name: string): URL => new URL(name, import.meta.url);
/** Twice what a kubelet renews in; kwok renews at a quarter of it. */
const LEASE_SECONDS = 40;

/** Starts kwok for all nodes of the cluster. It ends with the control plane. About 1 s. */
export async function startNodeSimulator(plane: ControlPlane): Promise<NodeSimulator> {
  await applyObjects(plane.kubeconfigPath, objectsOf(IN_THIS_ROOM("rights.yaml")));
  const url = await runKwok(plane);
  const core = clientConfig(plane.kubeconfigPath).makeApiClient(CoreV1Api);
  return {
    url,
    async addNodes(nodes) {
      await Promise.all(nodes.map((node) => core.createNode({ body: nodeObject(node) })));
      const wanted = new Set(nodes.map(({ name }) => name));
      await waitFor({ what: `${nodes.length} nodes`, progress: plane.progress }, async () => {
        const { items } = await core.listNode();
        const usable = items.filter(
          ({ metadata, spec, status }) =>
            wanted.has(metadata?.name ?? "") &&
            (spec?.taints ?? []).length === 0 &&
            status?.conditions?.some(({ type, status }) => type === "Ready" && status === "True"),
        );
        return usable.length === wanted.size ? true : undefined;
      });
      plane.progress.done();
    },
    async removeNodes(names) {
      for (const name of names) {
        const { items } = await core.listPodForAllNamespaces({ fieldSelector: `spec.nodeName=${name}` });
        await core.deleteNode({ name });
        await Promise.all(
          items.map(({ metadata }) =>
            core
              .deleteNamespacedPod({
                name: metadata?.name ?? "",
                namespace: metadata?.namespace ?? "",
                gracePeriodSeconds: 0,
              })
              .catch(ignoreGone),
          ),
        );
      }
    },
  };
}

async function runKwok(plane: ControlPlane): Promise<string> {
  const [port] = (await freePorts(1)) as [number];
  const config = join(plane.directory, "kwok.yaml");
  const options = {
    apiVersion: "config.kwok.x-k8s.io/v1alpha1",
    kind: "KwokConfiguration",
    // No exec, logs or profiles: only metrics are read.
    options: { enableDebuggingHandlers: false, podPlayStageParallelism: 16, nodePlayStageParallelism: 16 },
  };
  const parts = [
    JSON.stringify(options),
    ...["stages.yaml", "usage.yaml"].map((name) => readFileSync(IN_THIS_ROOM(name), "utf8")),
  ];
  writeFileSync(config, parts.join("\n---\n"), { mode: 0o600 });
  const kwok = plane.keeper.run("kwok", plane.tools.kwok, [
    `--config=${config}`,
    `--kubeconfig=${plane.kubeconfigOf("kwok")}`,
    "--manage-all-nodes=true",
    `--node-ip=${LOOPBACK}`,
    "--cidr=10.244.0.1/16",
    `--node-lease-duration-seconds=${LEASE_SECONDS}`,
    `--server-address=${LOOPBACK}:${port}`,
    `--tls-cert-file=${plane.serving.certificate}`,
    `--tls-private-key-file=${plane.serving.key}`,
  ]);
  const url = `https://${LOOPBACK}:${port}`;
  await waitFor({ what: "the node simulator", progress: plane.progress, needs: kwok }, async () => {
    const { status } = await send({ url: `${url}/healthz`, ca: plane.authorityPem });
    return status === 200 ? true : undefined;
  });
  return url;
}

function ignoreGone(error: unknown): void {
  if ((error as { code?: number }).code !== 404) throw error;
}
