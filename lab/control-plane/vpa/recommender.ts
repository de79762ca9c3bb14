import { join } from "node:path";
import { CoreV1Api } from "@kubernetes/client-node";
import { moduleFolder } from "@pyairtable/go-build";
import { freePorts } from "../../support/ports.ts";
import { clientConfig } from "../client.ts";
import { installCrds } from "../crds/install.ts";
import { LOOPBACK } from "../flags.ts";
import { writeKubeconfig } from "../kubeconfig.ts";
import { applyObjects, objectsOf } from "../objects.ts";
import type { ControlPlane } from "../start.ts";
import { toolModule } from "../tools.ts";
import { waitFor } from "../wait.ts";

const MODULE = "k8s.io/autoscaler/vertical-pod-autoscaler";
const ACCOUNT = { name: "vpa-recommender", namespace: "kube-system" } as const;
const TOKEN_SECONDS = 86_400;

export interface VpaOptions {
  /** Seconds between readings of the metrics API. Default 10, so that a lab moves; the recommender's own is 60. */
  readonly intervalSeconds?: number;
  /** More flags, such as `--pod-recommendation-min-memory-mb=10`. */
  readonly flags?: readonly string[];
}

/**
 * Runs the real recommender under its own service account, with the roles its makers publish. It reads metrics.k8s.io,
 * so start the metrics API first. No updater and no admission webhook: it recommends, nothing more. Ends with the
 * control plane.
 */
export async function startVpaRecommender(
  plane: ControlPlane,
  { intervalSeconds = 10, flags = [] }: VpaOptions = {},
): Promise<void> {
  await installCrds(plane, ["vertical-pod-autoscaler"]);
  const { directory } = await moduleFolder(toolModule("vpa"), MODULE);
  await applyObjects(plane.kubeconfigPath, objectsOf(join(directory, "deploy", "vpa-rbac.yaml")));
  const kubeconfig = writeKubeconfig(
    join(plane.directory, "kubeconfigs", ACCOUNT.name),
    { server: plane.server, authorityPem: plane.authorityPem },
    ACCOUNT.name,
    await accountToken(plane),
  );
  const [port] = (await freePorts(1)) as [number];
  const recommender = plane.keeper.run("vpa-recommender", plane.tools["vpa-recommender"], [
    `--kubeconfig=${kubeconfig}`,
    `--address=${LOOPBACK}:${port}`,
    `--recommender-interval=${intervalSeconds}s`,
    // Enough for the services of a lab; the default of 5 is for one that shares its cluster.
    "--kube-api-qps=50",
    "--kube-api-burst=100",
    "--v=2",
    ...flags,
  ]);
  await waitFor({ what: "the VPA recommender", progress: plane.progress, needs: recommender }, async () => {
    const { status } = await fetch(`http://${LOOPBACK}:${port}/health-check`);
    return status === 200 ? true : undefined;
  });
  plane.progress.done();
}

async function accountToken(plane: ControlPlane): Promise<string> {
  const core = clientConfig(plane.kubeconfigPath).makeApiClient(CoreV1Api);
  const body = { spec: { audiences: [], expirationSeconds: TOKEN_SECONDS } };
  const { status } = await core.createNamespacedServiceAccountToken({ ...ACCOUNT, body });
  if (status?.token === undefined) throw new Error("the API server made no token");
  return status.token;
}
