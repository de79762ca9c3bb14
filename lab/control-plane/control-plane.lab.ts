/** `mocha lab/control-plane/control-plane.lab.ts`: what the room promises, on a real control plane. About 40 s. */
import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import {
  AppsV1Api,
  AutoscalingV2Api,
  CoreV1Api,
  CustomObjectsApi,
  type KubeConfig,
  Metrics,
  topNodes,
  topPods,
} from "@kubernetes/client-node";
import { send } from "../support/https.ts";
import { runningFor } from "../support/processes.ts";
import { clientConfig } from "./client.ts";
import {
  accountToken,
  applyObjects,
  type ControlPlane,
  installCrds,
  type NodeSimulator,
  startControlPlane,
  startMetricsApi,
  startNodeSimulator,
  startVpaRecommender,
  waitFor,
} from "./index.ts";
import { deployment, fleet, scaler, secret, vpa } from "./lab-objects.ts";

const quiet = { say: () => {}, done: () => {} };

describe("control plane", function () {
  // A bare machine builds the control plane first.
  this.timeout(1_800_000);
  let plane: ControlPlane;
  let nodes: NodeSimulator;
  let config: KubeConfig;
  let core: CoreV1Api;
  const until = <T>(what: string, ask: () => Promise<T | undefined>): Promise<T> =>
    waitFor({ what, progress: quiet }, ask);
  const status = async (path: string, token?: string): Promise<number> =>
    (await send({ url: plane.server + path, ca: plane.authorityPem, token })).status;

  before(async () => {
    plane = await startControlPlane();
    nodes = await startNodeSimulator(plane);
    await startMetricsApi(plane, nodes);
    await nodes.addNodes(fleet(12));
    config = clientConfig(plane.kubeconfigPath);
    core = config.makeApiClient(CoreV1Api);
  });
  after(() => plane?.stop());

  it("lets in who has a token, to what that one may do", async () => {
    assert.equal(await status("/api/v1/pods", plane.users.admin.token), 200);
    assert.equal(await status("/api/v1/pods", plane.users.nobody.token), 403);
    assert.equal(await status("/api/v1/pods"), 401);
    assert.equal(await status("/api/v1/pods", "made-up"), 401);
    assert.equal(statSync(plane.kubeconfigPath).mode & 0o777, 0o600);
  });

  it("refuses a token that has ended, for its end alone", async () => {
    const account = { namespace: "default", name: "default" };
    const uid = await until("the service account", async () => {
      const { metadata } = await core.readNamespacedServiceAccount(account);
      return metadata?.uid;
    });
    const token = (minutes: number): string =>
      accountToken(plane, { ...account, uid }, new Date(Date.now() + minutes * 60_000));
    assert.equal(await status("/api/v1/pods", token(10)), 403);
    assert.equal(await status("/api/v1/pods", token(-10)), 401);
  });

  it("is not trusted without its own authority", async () => {
    await assert.rejects(send({ url: `${plane.server}/readyz`, ca: "" }), /certificate/);
  });

  it("holds namespaces to their pod security and their quota", async () => {
    const labels = { "pod-security.kubernetes.io/enforce": "restricted" };
    await core.createNamespace({ body: { metadata: { name: "closed", labels } } });
    await core.createNamespacedResourceQuota({
      namespace: "closed",
      body: { metadata: { name: "quota" }, spec: { hard: { "count/secrets": "1" } } },
    });
    const pod = { metadata: { name: "root" }, spec: { containers: [{ name: "a", image: "a" }] } };
    await assert.rejects(core.createNamespacedPod({ namespace: "closed", body: pod }), /violates PodSecurity/);
    const createSecret = (name: string) =>
      core.createNamespacedSecret({ namespace: "closed", body: { metadata: { name } } });
    // Refused as long as the controller has not counted.
    await until("the first secret", () => createSecret("first"));
    await assert.rejects(createSecret("second"), /exceeded quota/);
  });

  it("runs pods on nodes of all zones, and tells what they use", async () => {
    await applyObjects(plane.kubeconfigPath, [deployment("web", { replicas: 6, cpu: "300m", memory: "64Mi" })]);
    const pods = await until("six ready pods", async () => {
      const { items } = await core.listNamespacedPod({ namespace: "default", labelSelector: "app=web" });
      const ready = items.filter(({ status }) =>
        status?.conditions?.some(({ type, status }) => type === "Ready" && status === "True"),
      );
      return ready.length === 6 ? ready : undefined;
    });
    const { items } = await core.listNode();
    const zones = new Map(
      items.map(({ metadata }) => [metadata?.name, metadata?.labels?.["topology.kubernetes.io/zone"]]),
    );
    assert.equal(new Set(pods.map(({ spec }) => zones.get(spec?.nodeName))).size, 3);
    const metrics = new Metrics(config);
    const used = await until("usage of six pods", async () => {
      const top = await topPods(core, metrics, "default");
      const known = top.filter(({ CPU }) => Number(CPU.CurrentUsage) > 0);
      return known.length === 6 ? known : undefined;
    });
    for (const { CPU, Memory } of used) {
      assert.ok(Math.abs(Number(CPU.CurrentUsage) - 0.3) < 0.05, `${CPU.CurrentUsage} cores`);
      assert.equal(Number(Memory.CurrentUsage), 64 * 1024 * 1024);
    }
    assert.equal((await topNodes(core)).length, 12);
  });

  it("answers selectors, names and namespaces of the metrics API, and refuses others than the API server", async () => {
    const read = async (path: string): Promise<{ items: unknown[]; code?: number }> =>
      JSON.parse(
        (
          await send({
            url: `${plane.server}/apis/metrics.k8s.io/v1beta1${path}`,
            ca: plane.authorityPem,
            token: plane.users.admin.token,
          })
        ).text,
      );
    const count = async (query: string): Promise<number> =>
      (await read(`/namespaces/default/pods?${query}`)).items.length;
    assert.equal(await count("labelSelector=app%3Dweb"), 6);
    assert.equal(await count("labelSelector=app%20in%20(web%2Cother)"), 6);
    assert.equal(await count("labelSelector=app%21%3Dweb"), 0);
    assert.equal((await read("/pods")).items.length, 6);
    assert.equal((await read("/namespaces/default/pods/absent")).code, 404);
    assert.equal((await read("/namespaces/default/pods?labelSelector=%3D%3D")).code, 400);
    const { spec } = (await config.makeApiClient(CustomObjectsApi).getClusterCustomObject({
      group: "apiregistration.k8s.io",
      version: "v1",
      plural: "apiservices",
      name: "v1beta1.metrics.k8s.io",
    })) as { spec: { service: { port: number }; insecureSkipTLSVerify?: boolean } };
    assert.notEqual(spec.insecureSkipTLSVerify, true);
    const direct = send({
      url: `https://127.0.0.1:${spec.service.port}/apis/metrics.k8s.io/v1beta1/nodes`,
      ca: plane.authorityPem,
    });
    await assert.rejects(direct);
  });

  it("scales by what pods use, as the real controller does", async () => {
    await applyObjects(plane.kubeconfigPath, [scaler("web", { min: 6, max: 9, percent: 60 })]);
    const api = config.makeApiClient(AutoscalingV2Api);
    await until("the autoscaler", async () => {
      const { status } = await api.readNamespacedHorizontalPodAutoscaler({ name: "web", namespace: "default" });
      return status?.desiredReplicas === 9 ? true : undefined;
    });
    const { spec } = await config
      .makeApiClient(AppsV1Api)
      .readNamespacedDeployment({ name: "web", namespace: "default" });
    assert.equal(spec?.replicas, 9);
  });

  it("recommends sizes, as the real recommender does", async () => {
    await startVpaRecommender(plane, { flags: ["--pod-recommendation-min-memory-mb=10"] });
    await applyObjects(plane.kubeconfigPath, [vpa("web")]);
    const target = await until("a recommendation", async () => {
      const found = (await config.makeApiClient(CustomObjectsApi).getNamespacedCustomObject({
        group: "autoscaling.k8s.io",
        version: "v1",
        namespace: "default",
        plural: "verticalpodautoscalers",
        name: "web",
      })) as { status?: { recommendation?: { containerRecommendations?: { target: { cpu: string } }[] } } };
      return found.status?.recommendation?.containerRecommendations?.[0]?.target;
    });
    // 300m used, to a bucket of the histogram, with the recommender's margin of 15 percent.
    const millicores = Number.parseInt(target.cpu, 10);
    assert.ok(millicores > 300 && millicores < 420, target.cpu);
  });

  it("knows the add-ons' types", async () => {
    await installCrds(plane, ["karpenter", "keda", "argo-cd", "prometheus-operator", "external-secrets"]);
    const [made] = await applyObjects(plane.kubeconfigPath, [secret("web")]);
    assert.deepEqual((made as unknown as { spec: { refreshInterval: string } }).spec.refreshInterval, "1h");
    await assert.rejects(applyObjects(plane.kubeconfigPath, [secret("bad", "Sometimes")]), /creationPolicy/);
  });

  it("drains a pod in a tenth of its grace, and loses a machine at once", async () => {
    const list = async (): Promise<string[]> =>
      (await core.listNamespacedPod({ namespace: "default", labelSelector: "app=web" })).items.map(
        ({ metadata }) => metadata?.name ?? "",
      );
    const [first = ""] = await list();
    const { spec } = await core.readNamespacedPod({ name: first, namespace: "default" });
    await core.deleteNamespacedPod({ name: first, namespace: "default" });
    assert.ok((await list()).includes(first), "a pod is there while it drains");
    await until("the pod to go", async () => ((await list()).includes(first) ? undefined : true));
    await nodes.removeNodes([spec?.nodeName ?? ""]);
    assert.equal((await core.listNode()).items.length, 11);
  });

  it("leaves no process and no file", async () => {
    const { directory } = plane;
    assert.ok(runningFor(directory).length >= 6);
    await plane.stop();
    assert.deepEqual(runningFor(directory), []);
    assert.equal(existsSync(directory), false);
  });
});
