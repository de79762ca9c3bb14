import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { AppsV1Api, CoreV1Api, CustomObjectsApi, PatchStrategy, setHeaderOptions } from "@kubernetes/client-node";
import {
  type ControlPlane,
  clientConfig,
  startControlPlane,
  startNodeSimulator,
} from "../../lab/control-plane/index.ts";
import { assertExit, assertSays, CHECKOUT, isolatedSandbox } from "./support.ts";

const PROGRAM = join(CHECKOUT, "test", "engine", "kubernetes-program");
/** Building the control plane from source, where it was never built, is most of it. */
const COLD_MS = 1_500_000;
const DRIFT = setHeaderOptions("Content-Type", PatchStrategy.MergePatch);

describe("applying to a real control plane", function () {
  this.timeout(COLD_MS);
  const sandbox = isolatedSandbox("kubernetes");
  let plane: ControlPlane;
  let trap: Server;
  let visits = 0;
  let apps: AppsV1Api;
  let core: CoreV1Api;
  let custom: CustomObjectsApi;

  before(async () => {
    plane = await startControlPlane();
    const nodes = await startNodeSimulator(plane);
    await nodes.addNodes([
      { name: "one", zone: "eu-central-1a", capacityType: "spot", cpu: 8, memoryMiB: 16_384 },
      { name: "two", zone: "eu-central-1b", capacityType: "on-demand", cpu: 8, memoryMiB: 16_384 },
    ]);
    const config = clientConfig(plane.kubeconfigPath);
    [apps, core, custom] = [AppsV1Api, CoreV1Api, CustomObjectsApi].map((api) =>
      config.makeApiClient(api as never),
    ) as unknown as [AppsV1Api, CoreV1Api, CustomObjectsApi];
    // A person's own cluster: nothing may ever knock on it.
    trap = createServer((socket) => {
      visits++;
      socket.destroy();
    });
    await new Promise<void>((resolve) => trap.listen(0, "127.0.0.1", resolve));
    const port = (trap.address() as { port: number }).port;
    const own = readFileSync(plane.kubeconfigPath, "utf8").replaceAll(plane.server, `https://127.0.0.1:${port}`);
    writeFileSync(join(sandbox.directory, "own-kubeconfig"), own);
  });
  after(async () => {
    trap?.close();
    await plane?.stop();
    sandbox.remove();
  });

  const run = (args: readonly string[], breakage = {}, kubeconfig = plane.kubeconfigPath) =>
    sandbox.run([...args, "--stack", "lab", "--cwd", PROGRAM], {
      BREAKAGE: JSON.stringify(breakage),
      KUBECONFIG: join(sandbox.directory, "own-kubeconfig"),
      PYAIRTABLE_KUBECONFIG: kubeconfig,
      PYAIRTABLE_CHART_CRDS: JSON.stringify({ widgets: [join(PROGRAM, "widgets.yaml")] }),
    });
  const replicas = async (): Promise<number | undefined> =>
    (await apps.readNamespacedDeployment({ name: "web", namespace: "shop" })).spec?.replicas;
  const scale = (to: number) =>
    apps.patchNamespacedDeployment(
      { name: "web", namespace: "shop", body: { spec: { replicas: to } }, fieldManager: "a-person" },
      DRIFT,
    );
  const widgets = { group: "example.dev", version: "v1", namespace: "shop", plural: "widgets" };

  it("previews what needs a namespace and a kind that are not there yet", async () => {
    assertExit(await run(["preview"]), 0);
    await assert.rejects(core.readNamespace({ name: "shop" }));
  });

  it("applies, and waits until the pods run", async () => {
    const result = await run(["up", "--yes", "--skip-preview"]);
    assertExit(result, 0);
    const { status } = await apps.readNamespacedDeployment({ name: "web", namespace: "shop" });
    assert.equal(status?.availableReplicas, 2);
    const widget = (await custom.getNamespacedCustomObject({ ...widgets, name: "first" })) as {
      spec: { size: number };
    };
    assert.equal(widget.spec.size, 3);
    assertSays(result, /kubeconfig: "none"/);
    assert.equal(visits, 0, "the person's own cluster was asked");
  });

  it("finds nothing to change afterwards, by the program or by the cluster", async () => {
    assertExit(await run(["preview", "--expect-no-changes"]), 0);
    assertExit(await run(["refresh", "--yes", "--expect-no-changes"]), 0);
    assertExit(await run(["preview", "--refresh", "--expect-no-changes"]), 0);
  });

  it("keeps secrets out of the state", () => {
    const state = join(sandbox.directory, "state", ".pulumi", "stacks", "kubernetes-apply", "lab.json");
    const text = readFileSync(state, "utf8");
    assert.ok(!text.includes("open-sesame") && !text.includes(btoa("open-sesame")));
  });

  it("has its quota counted", async () => {
    // Quota and service are made at once: one that came first is counted when the controller looks again, every 5 minutes.
    for (let waited = 0; waited < 360; waited++) {
      const { status } = await core.readNamespacedResourceQuota({ name: "limits", namespace: "shop" });
      if (status?.used?.services === "1") return;
      await sleep(1_000);
    }
    assert.fail("the quota does not count the service");
  });

  const refusals: [string, object, (string | RegExp)[]][] = [
    [
      "pods that the namespace refuses",
      { hostNetwork: true },
      ["apply.pod-security", "shop/web (Deployment apps/v1): spec.template.spec", "hostNetwork=true"],
    ],
    ["more than the quota", { services: 2 }, ["apply.quota", "shop/web-1 (Service v1)", "ResourceQuota limits"]],
    ["a value out of bounds", { size: 11 }, ["apply.invalid", "shop/first (Widget example.dev/v1): spec.size", "11"]],
    ["a value of another type", { size: "big" }, ["apply.", "spec.size"]],
    ["a broken quantity", { cpu: "1 core" }, ["apply.", "shop/web"]],
  ];
  for (const [title, breakage, texts] of refusals) {
    it(`tells ${title} in the preview`, async () => {
      const result = await run(["preview"], breakage);
      assertExit(result, 1);
      assertSays(result, ...texts, "wanted", "fix");
    });
  }

  it("tells a kind of another version when it applies", async () => {
    const result = await run(["up", "--yes", "--skip-preview"], { widgetVersion: "v2" });
    assertExit(result, 1);
    assertSays(result, "apply.other-version", "example.dev/v1");
  });

  it("tells who else owns a field, and takes it over when told to", async () => {
    await scale(3);
    const conflict = await run(["up", "--refresh", "--yes", "--skip-preview"]);
    assertExit(conflict, 1);
    assertSays(conflict, "apply.conflict", "shop/web (Deployment apps/v1): spec.replicas", '"a-person"');
    assert.equal(await replicas(), 3);
    assertExit(await run(["up", "--refresh", "--yes", "--skip-preview"], { force: true }), 0);
    assert.equal(await replicas(), 2);
  });

  it("repairs what was changed or taken away behind its back", async () => {
    await scale(4);
    await custom.deleteNamespacedCustomObject({ ...widgets, name: "first" });
    await core.patchNamespacedSecret(
      { name: "token", namespace: "shop", body: { data: { token: btoa("other") } } },
      DRIFT,
    );
    const seen = await run(["preview", "--refresh", "--expect-no-changes"], { force: true });
    assertExit(seen, 7);
    assertExit(await run(["up", "--refresh", "--yes", "--skip-preview"], { force: true }), 0);
    assert.equal(await replicas(), 2);
    const secret = await core.readNamespacedSecret({ name: "token", namespace: "shop" });
    assert.equal(secret.data?.token, btoa("open-sesame"));
    assertExit(await run(["preview", "--refresh", "--expect-no-changes"], { force: true }), 0);
  });

  it("says what pods wait for, keeps the object, and goes on with the next update", async () => {
    const stuck = await run(["up", "--yes", "--skip-preview"], { cpu: "50", force: true });
    assertExit(stuck, 1);
    assertSays(stuck, "apply.not-ready", "pod pending: 0/2 nodes are available");
    assertExit(await run(["up", "--yes", "--skip-preview"], { force: true }), 0);
  });

  it("stops at the provider when the cluster cannot be used", async () => {
    const lost = join(sandbox.directory, "lost-kubeconfig");
    writeFileSync(lost, readFileSync(plane.kubeconfigPath, "utf8").replaceAll(plane.server, "https://127.0.0.1:1"));
    const result = await run(["preview"], {}, lost);
    assertExit(result, 1);
    assertSays(result, "apply.unreachable", "https://127.0.0.1:1");
    assert.equal(result.output.split("apply.unreachable").length, 2, "one error for all");
    const missing = await run(["preview"], {}, join(sandbox.directory, "none"));
    assertSays(missing, "apply.kubeconfig", "PYAIRTABLE_KUBECONFIG");
  });

  it("tells a user without rights, and previews all the same", async () => {
    const nobody = plane.kubeconfigOf("nobody");
    const preview = await run(["preview"], { image: "registry.example.dev/web:2.0.0", force: true }, nobody);
    assertExit(preview, 0);
    assertSays(preview, "not tried on the cluster");
    const up = await run(
      ["up", "--yes", "--skip-preview"],
      { image: "registry.example.dev/web:2.0.0", force: true },
      nobody,
    );
    assertExit(up, 1);
    assertSays(up, "apply.forbidden", "lab:nobody");
  });

  it("destroys all of it, and waits until it is gone", async () => {
    assertExit(await run(["destroy", "--yes", "--skip-preview"]), 0);
    await assert.rejects(core.readNamespace({ name: "shop" }));
    await assert.rejects(custom.listNamespacedCustomObject(widgets));
    assert.equal(visits, 0, "the person's own cluster was asked");
  });
});
