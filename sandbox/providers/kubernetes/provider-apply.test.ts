import assert from "node:assert/strict";
import { ProviderClient, startFresh } from "../testing/client.ts";
import { type Properties, UNKNOWN } from "../values.ts";
import { metadataOf } from "./objects.ts";
import { FakeApiServer } from "./testing/fake-api-server.ts";

const CONFIG_MAP = "kubernetes:core/v1:ConfigMap";
const DEPLOYMENT = "kubernetes:apps/v1:Deployment";
const PATH = "/api/v1/namespaces/prod/configmaps/settings";
const settings: Properties = { metadata: { name: "settings", namespace: "prod" }, data: { a: "1" } };

describe("kubernetes stand-in in apply mode, over gRPC", () => {
  let server: FakeApiServer;
  let fresh: Awaited<ReturnType<typeof startFresh>>;
  let provider: ProviderClient;
  beforeEach(async () => {
    server = await FakeApiServer.start();
    server.objects.set("/api/v1/namespaces/prod", { kind: "Namespace", metadata: { name: "prod", uid: "ns" } });
    fresh = await startFresh({ kubeconfig: server.kubeconfig() });
    provider = new ProviderClient(fresh.running.ports.kubernetes);
  });
  afterEach(async () => {
    provider.close();
    await fresh.stop();
    await server.stop();
  });

  it("applies to the cluster", async () => {
    await provider.configure({ context: "two" });
    const made = await provider.make(CONFIG_MAP, "settings", settings);
    assert.equal(made.id, "prod/settings");
    assert.deepEqual(server.objects.get(PATH)?.data, { a: "1" });
    const found = await provider.read(CONFIG_MAP, "settings", made.id);
    assert.deepEqual(found.inputs.data, { a: "1" });
    const outputs = await provider.update(CONFIG_MAP, "settings", made.id, made.outputs, {
      ...made.inputs,
      data: { a: "2" },
    });
    assert.deepEqual(outputs.data, { a: "2" });
    await provider.delete(CONFIG_MAP, "settings", made.id);
    assert.equal(server.objects.has(PATH), false);
  });

  it("previews with the cluster's refusals, and an unknown status", async () => {
    await provider.configure({});
    const { inputs } = await provider.check(CONFIG_MAP, "settings", settings);
    assert.equal((await provider.create(CONFIG_MAP, "settings", inputs, true)).outputs.status, UNKNOWN);
    assert.equal(server.objects.has(PATH), false);
    server.script(({ method }) =>
      method === "PATCH" ? { status: 500, body: { message: ".data.x: field not declared in schema" } } : undefined,
    );
    await assert.rejects(provider.create(CONFIG_MAP, "settings", inputs, true), /apply\.schema/);
  });

  it("puts objects that name no namespace where the provider says", async () => {
    await provider.configure({ namespace: "prod" });
    const { id } = await provider.make(CONFIG_MAP, "settings", { metadata: { name: "settings" }, data: {} });
    assert.equal(id, "prod/settings");
  });

  it("keeps to the ledger for a cluster that the program made", async () => {
    const asked = server.requests.length;
    const kubeconfig = "apiVersion: v1";
    assert.deepEqual(await provider.checkConfig({ kubeconfig }), []);
    await provider.configure({ kubeconfig });
    await provider.make(CONFIG_MAP, "settings", settings);
    assert.equal(server.requests.length, asked);
  });

  it("finds a cluster out of reach when it is configured, and asks it once", async () => {
    server.script(() => ({ status: 401, body: { message: "Unauthorized" } }));
    const [failure, ...more] = await provider.checkConfig({ context: "one" });
    assert.match(failure ?? "", /apply\.unauthorized/);
    assert.deepEqual(more, []);
    await assert.rejects(provider.configure({ context: "one" }), /apply\.unauthorized/);
    assert.equal(server.requests.length, 1);
    assert.deepEqual(await provider.checkConfig({ context: UNKNOWN }), []);
    assert.match((await provider.checkConfig({ context: "three" }))[0] ?? "", /one of one, two/);
  });

  it("refuses settings that it does not play", async () => {
    const failures = await provider.checkConfig({ enableServerSideApply: "false", renderYamlToDirectory: "out" });
    assert.deepEqual(
      failures.map((failure) => failure.split(": ")[0]),
      ["renderYamlToDirectory", "enableServerSideApply"],
    );
    await provider.configure({});
    const patch = await provider.check("kubernetes:core/v1:NamespacePatch", "x", {
      kind: "Namespace",
      metadata: { name: "x" },
    });
    assert.match(patch.failures.join(), /Patch resources are not played/);
    const annotations = { "pulumi.com/waitFor": "jsonpath={.status.phase}=Running" };
    const waiting = await provider.check(CONFIG_MAP, "x", { metadata: { name: "x", annotations } });
    assert.match(waiting.failures.join(), /only conditions are waited for/);
  });

  it("hands over what was made but did not become ready", async () => {
    await provider.configure({});
    const annotations = { "pulumi.com/timeoutSeconds": "0" };
    const spec = { selector: { matchLabels: { app: "a" } }, template: {} };
    const made = provider.make(DEPLOYMENT, "api", { metadata: { name: "api", namespace: "prod", annotations }, spec });
    await assert.rejects(made, (error: Error & { metadata: { get(key: string): Buffer[] } }) => {
      const [detail] = error.metadata.get("grpc-status-details-bin");
      assert.ok(detail?.includes("pulumirpc.ErrorResourceInitFailed"));
      assert.ok(detail?.includes("prod/api"));
      return true;
    });
    assert.equal(metadataOf(server.objects.get("/apis/apps/v1/namespaces/prod/deployments/api")).name, "api");
  });

  it("ends its waits when the engine cancels, and works on afterwards", async () => {
    await provider.configure({});
    const spec = { selector: { matchLabels: { app: "a" } }, template: {} };
    const waiting = new Promise<void>((resolve) => {
      server.script(({ method, path }) => {
        if (method === "GET" && path.endsWith("/pods")) resolve();
        if (method === "GET" && path.endsWith("/deployments/api") && server.objects.has(path)) resolve();
        return undefined;
      });
    });
    const made = provider.make(DEPLOYMENT, "api", { metadata: { name: "api", namespace: "prod" }, spec });
    const ended = assert.rejects(made, /cancelled/);
    await waiting;
    await provider.cancel();
    await ended;
    await provider.make(CONFIG_MAP, "settings", settings);
  });
});
