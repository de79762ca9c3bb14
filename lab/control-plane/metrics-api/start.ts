import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { send } from "../../support/https.ts";
import { freePorts } from "../../support/ports.ts";
import { FRONT_PROXY_NAME } from "../keys.ts";
import type { NodeSimulator } from "../nodes/simulator.ts";
import { applyObjects, objectsOf } from "../objects.ts";
import type { ControlPlane } from "../start.ts";
import { waitFor } from "../wait.ts";
import { GROUP, VERSION } from "./objects.ts";
import { LISTENING, type Settings } from "./settings.ts";

const SERVICE = { name: "metrics-api", namespace: "kube-system" } as const;

export interface MetricsOptions {
  /** Seconds between scrapes. Default 5, so that a lab moves; the real metrics server takes 15. */
  readonly resolutionSeconds?: number;
}

/** Serves metrics.k8s.io from what the simulated nodes tell, for autoscalers. Ends with the control plane. About 1 s. */
export async function startMetricsApi(
  plane: ControlPlane,
  nodes: NodeSimulator,
  { resolutionSeconds = 5 }: MetricsOptions = {},
): Promise<void> {
  const [port] = (await freePorts(1)) as [number];
  const name = `${SERVICE.name}.${SERVICE.namespace}.svc`;
  const settings: Settings = {
    port,
    ...plane.keys.serving(SERVICE.name, [name]),
    frontProxyAuthorityPem: readFileSync(plane.keys.frontProxyAuthority, "utf8"),
    frontProxyName: FRONT_PROXY_NAME,
    server: plane.server,
    authorityPem: plane.authorityPem,
    token: plane.users.metrics.token,
    kubelets: nodes.url,
    resolutionSeconds,
  };
  const path = join(plane.directory, "keys", "metrics-api.json");
  writeFileSync(path, JSON.stringify(settings), { mode: 0o600 });
  await applyObjects(plane.kubeconfigPath, objectsOf(new URL("register.yaml", import.meta.url)));
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  const server = plane.keeper.run("metrics-api", process.execPath, [main, path]);
  const { progress } = plane;
  await waitFor({ what: "the metrics API to listen", progress, needs: server }, async () =>
    server.tail().includes(LISTENING) ? true : undefined,
  );
  await applyObjects(plane.kubeconfigPath, [apiService(port, plane.authorityPem)]);
  await waitFor({ what: "the metrics API", progress, needs: server }, async () => {
    const url = `${plane.server}/apis/${GROUP}/${VERSION}/nodes`;
    const { status, text } = await send({ url, ca: plane.authorityPem, token: plane.users.admin.token });
    if (status !== 200) throw new Error(`${status}: ${text.slice(0, 200)}`);
    return true as const;
  });
  progress.done();
}

function apiService(
  port: number,
  authorityPem: string,
): { apiVersion: string; kind: string; metadata: { name: string }; spec: object } {
  return {
    apiVersion: "apiregistration.k8s.io/v1",
    kind: "APIService",
    metadata: { name: `${VERSION}.${GROUP}` },
    spec: {
      group: GROUP,
      version: VERSION,
      groupPriorityMinimum: 100,
      versionPriority: 100,
      service: { ...SERVICE, port },
      caBundle: Buffer.from(authorityPem).toString("base64"),
    },
  };
}
