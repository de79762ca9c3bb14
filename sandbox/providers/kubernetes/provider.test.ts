import assert from "node:assert/strict";
import { ProviderClient, startFresh } from "../testing/client.ts";
import { type Properties, UNKNOWN } from "../values.ts";

const DEPLOYMENT = "kubernetes:apps/v1:Deployment";
const SERVICE = "kubernetes:core/v1:Service";
const spec = { replicas: 1, selector: { matchLabels: { app: "a" } }, template: {} };

describe("kubernetes stand-in over gRPC", () => {
  let fresh: Awaited<ReturnType<typeof startFresh>>;
  let kubernetes: ProviderClient;
  beforeEach(async () => {
    fresh = await startFresh();
    kubernetes = await new ProviderClient(fresh.running.ports.kubernetes).configure({});
  });
  afterEach(async () => {
    kubernetes.close();
    await fresh.stop();
  });

  it("lives through create, read, update and delete", async () => {
    const made = await kubernetes.make(DEPLOYMENT, "api", { metadata: { name: "api", namespace: "prod" }, spec });
    assert.equal(made.id, "prod/api");
    assert.deepEqual([made.outputs.apiVersion, made.outputs.kind], ["apps/v1", "Deployment"]);
    const news = { ...made.inputs, spec: { ...spec, replicas: 3 } };
    const outputs = await kubernetes.update(DEPLOYMENT, "api", made.id, made.outputs, news);
    assert.equal((outputs.metadata as Properties).generation, 2);
    const found = await kubernetes.read(DEPLOYMENT, "api", made.id);
    assert.deepEqual(found.inputs, news);
    await kubernetes.delete(DEPLOYMENT, "api", made.id);
    assert.equal((await kubernetes.read(DEPLOYMENT, "api", made.id)).id, "");
  });

  it("previews without applying, with an unknown status", async () => {
    const { inputs } = await kubernetes.check(DEPLOYMENT, "api", { spec });
    assert.match(String((inputs.metadata as Properties).name), /^api-[0-9a-f]{8}$/);
    const { outputs } = await kubernetes.create(DEPLOYMENT, "api", inputs, true);
    assert.equal(outputs.status, UNKNOWN);
    const kept = await kubernetes.check(DEPLOYMENT, "api", { spec }, inputs);
    assert.deepEqual(kept.inputs, inputs);
  });

  it("takes names of rights with colons, and refuses those no path could hold", async () => {
    const type = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole";
    const named = (name: string) => kubernetes.check(type, "x", { metadata: { name }, rules: [] });
    assert.deepEqual((await named("system:auth-delegator")).failures, []);
    assert.match((await named("a/b")).failures[0] ?? "", /^metadata.name/);
  });

  const bad: [string, string, Properties, string][] = [
    ["a name in capitals", DEPLOYMENT, { metadata: { name: "Api" }, spec }, "metadata.name"],
    ["a dotted service name", SERVICE, { metadata: { name: "a.b" }, spec: {} }, "metadata.name"],
    ["a name over 253 characters", DEPLOYMENT, { metadata: { name: "a".repeat(254) }, spec }, "metadata.name"],
    [
      "a namespace over 63 characters",
      DEPLOYMENT,
      { metadata: { name: "a", namespace: "n".repeat(64) }, spec },
      "metadata.namespace",
    ],
    ["a deployment without a spec", DEPLOYMENT, { metadata: { name: "a" } }, "spec"],
    ["a version of no form", DEPLOYMENT, { apiVersion: "apps/one", metadata: { name: "a" }, spec }, "apiVersion"],
    [
      "an illegal label value",
      DEPLOYMENT,
      { metadata: { name: "a", labels: { app: "a b" } }, spec },
      "metadata.labels.app",
    ],
    [
      "an illegal label key",
      DEPLOYMENT,
      { metadata: { name: "a", labels: { "a b": "c" } }, spec },
      'metadata.labels["a b"]',
    ],
  ];
  for (const [title, type, inputs, path] of bad) {
    it(`refuses ${title}`, async () => {
      const { failures } = await kubernetes.check(type, "x", inputs);
      assert.deepEqual(
        failures.map((failure) => failure.split(": ")[0]),
        [path],
      );
    });
  }

  it("replaces on a name and on a selector, but changes a service's selector in place", async () => {
    const base = { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "a" }, spec };
    const renamed = await kubernetes.diff(DEPLOYMENT, "x", "a", base, { ...base, metadata: { name: "b" } });
    assert.deepEqual([renamed.replaces, renamed.deleteBeforeReplace], [["metadata"], false]);
    const reselected = await kubernetes.diff(DEPLOYMENT, "x", "a", base, {
      ...base,
      spec: { ...spec, selector: { matchLabels: { app: "b" } } },
    });
    assert.deepEqual([reselected.replaces, reselected.deleteBeforeReplace], [["spec"], true]);
    const service = { apiVersion: "v1", kind: "Service", metadata: { name: "a" }, spec: { selector: { app: "a" } } };
    const inPlace = await kubernetes.diff(SERVICE, "x", "a", service, { ...service, spec: { selector: { app: "b" } } });
    assert.deepEqual([inPlace.changes, inPlace.replaces], [true, []]);
  });
});
