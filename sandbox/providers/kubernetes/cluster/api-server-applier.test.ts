import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";
import { NotReadyError } from "../../not-ready.ts";
import { isObject, type Properties } from "../../values.ts";
import { at, metadataOf } from "../objects.ts";
import { applierBench, type Bench, changeBy, configMap } from "../testing/applier.ts";
import { kind } from "../testing/fake-api-server.ts";
import { managerOf } from "./field-owner.ts";

const SETTINGS = "/api/v1/namespaces/prod/configmaps/settings";
const KEY = { apiVersion: "v1", kind: "ConfigMap", namespace: "prod", name: "settings" };
const UPDATE = changeBy("a", { isNew: false });

describe("applying to an API server", () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await applierBench();
  });
  afterEach(() => bench.server.stop());

  const refused = async (work: Promise<unknown>, code: string, text: RegExp): Promise<void> => {
    await assert.rejects(work, (error) => {
      assert.ok(error instanceof UserError, String(error));
      assert.deepEqual(
        error.diagnostics.map((one) => one.code),
        [code],
      );
      assert.match(error.message, text);
      return true;
    });
  };
  const live = (): Properties => bench.server.objects.get(SETTINGS)!;

  it("lives through create, read, update and delete", async () => {
    const outputs = await bench.applier.create(configMap({ a: "1" }), changeBy("a"));
    assert.equal(metadataOf(outputs).managedFields, undefined);
    assert.deepEqual((await bench.applier.read(KEY, UPDATE, configMap({ a: "1" })))?.inputs, configMap({ a: "1" }));
    await bench.applier.update(configMap({ a: "2" }), UPDATE);
    assert.deepEqual(live().data, { a: "2" });
    await bench.applier.delete(KEY, UPDATE);
    assert.equal(await bench.applier.read(KEY, UPDATE, undefined), undefined);
    await bench.applier.delete(KEY, UPDATE);
  });

  it("makes objects of any group, and finds where they live", async () => {
    bench.server.kinds.set("karpenter.sh/v1", [kind("NodePool:nodepools:false")]);
    const pool = { apiVersion: "karpenter.sh/v1", kind: "NodePool", metadata: { name: "spot", namespace: "wrong" } };
    const outputs = await bench.applier.create(pool, changeBy("p"));
    assert.equal(metadataOf(bench.server.objects.get("/apis/karpenter.sh/v1/nodepools/spot")).name, "spot");
    assert.equal(metadataOf(outputs).namespace, undefined);
    bench.server.objects.set("/api/v1/namespaces/default", {});
    const inDefault = configMap({ a: "1" }, { namespace: undefined as never });
    assert.equal(metadataOf(await bench.applier.create(inDefault, changeBy("d"))).namespace, "default");
  });

  it("spells a definition's fields as the server does", async () => {
    const schema = { x_kubernetes_preserve_unknown_fields: true };
    const definition = {
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      metadata: { name: "w" },
      spec: schema,
    };
    await bench.applier.create(definition, changeBy("c"));
    const path = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/w";
    assert.deepEqual(bench.server.objects.get(path)?.spec, { "x-kubernetes-preserve-unknown-fields": true });
    const key = { apiVersion: definition.apiVersion, kind: definition.kind, namespace: "", name: "w" };
    assert.deepEqual((await bench.applier.read(key, changeBy("c"), definition))?.inputs, definition);
    const spec = { "x-kubernetes-preserve-unknown-fields": false };
    bench.server.objects.set(path, { ...bench.server.objects.get(path), spec });
    const drifted = (await bench.applier.read(key, changeBy("c"), definition))?.inputs;
    assert.deepEqual(drifted?.spec, { x_kubernetes_preserve_unknown_fields: false });
  });

  it("looks again for a kind that comes a moment later", async () => {
    let looks = 0;
    bench.server.script(({ path }) => {
      if (path === "/apis/keda.sh/v1alpha1" && ++looks === 2) {
        bench.server.kinds.set("keda.sh/v1alpha1", [kind("ScaledObject:scaledobjects:true")]);
      }
      return undefined;
    });
    const scaled = { apiVersion: "keda.sh/v1alpha1", kind: "ScaledObject", metadata: { name: "s", namespace: "prod" } };
    await bench.applier.create(scaled, changeBy("s"));
  });

  it("tells a kind that nobody brings, and one of another version", async () => {
    const pool = { apiVersion: "karpenter.sh/v1", kind: "NodePool", metadata: { name: "spot" } };
    await refused(
      bench.applier.create(pool, changeBy("p")),
      "apply.missing-kind",
      /nothing of group karpenter\.sh[\s\S]*add-on/,
    );
    bench.server.kinds.set("karpenter.sh/v1beta1", [kind("NodePool:nodepools:false")]);
    await refused(
      bench.applier.create(pool, changeBy("p")),
      "apply.other-version",
      /karpenter\.sh\/v1beta1, the versions/,
    );
  });

  it("looks again for a namespace, then tells it", async () => {
    await refused(
      bench.applier.create(configMap({}, { namespace: "x" }), changeBy("a")),
      "apply.namespace",
      /namespace x/,
    );
    let tries = 0;
    bench.server.script(({ method }) => {
      if (method === "PATCH" && ++tries === 2) bench.server.objects.set("/api/v1/namespaces/x", {});
      return undefined;
    });
    await bench.applier.create(configMap({}, { namespace: "x" }), changeBy("a"));
  });

  it("leaves what somebody else made, unless the provider upserts", async () => {
    await bench.applier.create(configMap({ a: "1" }), changeBy("somebody"));
    await refused(
      bench.applier.create(configMap({ a: "2" }), changeBy("a")),
      "apply.exists",
      /pulumi import.*prod\/settings/,
    );
    assert.deepEqual(live().data, { a: "1" });
    const upserting = await applierBench({ claims: { force: false, upsert: true } });
    await upserting.applier.create(configMap({ a: "1" }), changeBy("somebody"));
    await upserting.applier.create(configMap({ a: "2" }), changeBy("a"));
    await upserting.server.stop();
  });

  it("takes up what its own lost create made", async () => {
    await bench.applier.create(configMap({ a: "1" }), changeBy("a"));
    await bench.applier.create(configMap({ a: "1" }), changeBy("a"));
    assert.equal((metadataOf(live()).managedFields as unknown[]).length, 1);
  });

  it("leaves ignored fields to who owns them", async () => {
    await bench.applier.create(configMap({ ours: "1", theirs: "1" }), changeBy("a"));
    const theirs = { manager: "autoscaler", fieldsV1: { "f:data": { "f:theirs": {} } } };
    const ours = { manager: managerOf("a", {}), operation: "Apply", fieldsV1: { "f:data": { "f:ours": {} } } };
    const managed = {
      ...live(),
      data: { ours: "7", theirs: "9" },
      metadata: { ...metadataOf(live()), managedFields: [ours, theirs] },
    };
    bench.server.objects.set(SETTINGS, managed as Properties);
    const change = changeBy("a", { isNew: false, ignored: ["data.theirs", "data.ours"] });
    await bench.applier.update(configMap({ ours: "2", theirs: "2", more: "3" }), change);
    assert.deepEqual(bench.server.requests.at(-1)?.body.data, { ours: "7", more: "3" });
  });

  it("asks the server when what it holds is written otherwise", async () => {
    await bench.applier.create(configMap({ cpu: "1000m" }), changeBy("a"));
    bench.server.objects.set(SETTINGS, { ...live(), data: { cpu: "1" } });
    // This server would write 1 again: no drift.
    bench.server.script(({ method, body }) =>
      method === "PATCH" ? { status: 200, body: { ...body, data: { cpu: "1" } } } : undefined,
    );
    assert.deepEqual(
      (await bench.applier.read(KEY, UPDATE, configMap({ cpu: "1000m" })))?.inputs,
      configMap({ cpu: "1000m" }),
    );
    bench.server.objects.set(SETTINGS, { ...live(), data: { cpu: "2" } });
    assert.deepEqual(
      (await bench.applier.read(KEY, UPDATE, configMap({ cpu: "1000m" })))?.inputs,
      configMap({ cpu: "2" }),
    );
    assert.equal(
      bench.server.requests.filter(({ method, query }) => method === "PATCH" && !query.get("dryRun")).length,
      1,
    );
  });

  it("imports inputs without what the server fills in", async () => {
    await bench.applier.create(configMap({ a: "1" }), changeBy("a"));
    bench.server.objects.set(SETTINGS, { ...live(), status: { any: 1 } });
    assert.deepEqual((await bench.applier.read(KEY, UPDATE, undefined))?.inputs, configMap({ a: "1" }));
  });

  it("marks a Secret's data secret", async () => {
    const secret = {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "t", namespace: "prod" },
      data: { a: "aA==" },
    };
    const outputs = await bench.applier.create(secret, changeBy("t"));
    assert.ok(isObject(outputs.data) && outputs.data["4dabf18193072939515e22adb298388d"] !== undefined);
  });

  it("deletes in the foreground, or as the object says, and waits until it is gone", async () => {
    await bench.applier.create(configMap({ a: "1" }), changeBy("a"));
    let looks = 0;
    bench.server.objects.set(SETTINGS, { ...live(), metadata: { ...metadataOf(live()), finalizers: ["keep"] } });
    bench.server.script(({ method, path }) => {
      if (method === "GET" && path === SETTINGS && ++looks === 3) bench.server.objects.delete(SETTINGS);
      return undefined;
    });
    await bench.applier.delete(KEY, UPDATE);
    const { body } = bench.server.requests.find(({ method }) => method === "DELETE")!;
    assert.deepEqual([body.propagationPolicy, at(body, "preconditions", "uid")], ["Foreground", "uid-2"]);
    assert.ok(bench.said.includes("a: waiting for finalizers keep"), bench.said.join());
    const annotations = { "pulumi.com/deletionPropagationPolicy": "background" };
    await bench.applier.create(configMap({ a: "1" }, { annotations }), changeBy("a"));
    await bench.applier.delete(KEY, UPDATE);
    assert.equal(
      bench.server.requests.findLast(({ method }) => method === "DELETE")?.body.propagationPolicy,
      "Background",
    );
  });

  it("tells what holds a deletion back", async () => {
    await bench.applier.create(configMap({}, { finalizers: ["example.dev/keep"] }), changeBy("a"));
    const work = bench.applier.delete(KEY, { ...UPDATE, timeoutSeconds: 0 });
    await refused(work, "apply.not-deleted", /finalizers example\.dev\/keep/);
  });

  describe("a deployment", () => {
    const deployment: Properties = {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "api", namespace: "prod" },
      spec: { replicas: 1, selector: { matchLabels: { app: "api" } }, template: {} },
    };
    const path = "/apis/apps/v1/namespaces/prod/deployments/api";
    const pod = {
      kind: "Pod",
      status: { conditions: [{ type: "PodScheduled", status: "False", message: "0/3 nodes are available" }] },
    };

    it("is waited for", async () => {
      const ready = { observedGeneration: 1, replicas: 1, updatedReplicas: 1, availableReplicas: 1 };
      bench.server.script(({ method }) => {
        const held = bench.server.objects.get(path);
        if (method === "GET" && held !== undefined) bench.server.objects.set(path, { ...held, status: ready });
        return undefined;
      });
      const outputs = await bench.applier.create(deployment, changeBy("d"));
      assert.deepEqual(outputs.status, ready);
    });

    it("is not waited for when it says so", async () => {
      const annotations = { "pulumi.com/skipAwait": "true" };
      await bench.applier.create(
        { ...deployment, metadata: { name: "api", namespace: "prod", annotations } },
        changeBy("d"),
      );
    });

    it("that does not become ready is kept, with the reason of its pods", async () => {
      bench.server.objects.set("/api/v1/namespaces/prod/pods/api-1", pod as Properties);
      await assert.rejects(bench.applier.create(deployment, changeBy("d", { timeoutSeconds: 0 })), (error) => {
        assert.ok(error instanceof NotReadyError);
        assert.equal(error.id, "prod/api");
        assert.equal(metadataOf(error.outputs).name, "api");
        assert.match(
          error.message,
          /pod pending: 0\/3 nodes are available[\s\S]*timeoutSeconds[\s\S]*apply\.not-ready/,
        );
        return true;
      });
    });

    it("that is cancelled is kept too", async () => {
      const cancelled = await applierBench({ signal: () => AbortSignal.abort() });
      const work = cancelled.applier.create(deployment, changeBy("d", { timeoutSeconds: 60 }));
      await assert.rejects(work, (error) => error instanceof NotReadyError && error.message.includes("cancelled"));
      await cancelled.server.stop();
    });
  });
});
