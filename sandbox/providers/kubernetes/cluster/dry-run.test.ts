import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";
import { type Properties, UNKNOWN } from "../../values.ts";
import { applierBench, type Bench, changeBy, configMap } from "../testing/applier.ts";
import type { Reply } from "../testing/fake-api-server.ts";
import { managerOf } from "./field-owner.ts";

const SETTINGS = "/api/v1/namespaces/prod/configmaps/settings";

describe("a dry run", () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await applierBench();
  });
  afterEach(() => bench.server.stop());

  const patches = (): Bench["server"]["requests"] => bench.server.requests.filter(({ method }) => method === "PATCH");
  const answers = (reply: Reply): void => bench.server.script(({ method }) => (method === "PATCH" ? reply : undefined));
  const codes = async (object: Properties, urn = "a"): Promise<string[]> => {
    try {
      await bench.applier.preview(object, changeBy(urn));
      return [];
    } catch (error) {
      assert.ok(error instanceof UserError, String(error));
      return error.diagnostics.map(({ code }) => code);
    }
  };

  it("asks without changing anything", async () => {
    await bench.applier.preview(configMap({ a: "1" }), changeBy("a"));
    assert.deepEqual(
      patches().map(({ query }) => [query.get("dryRun"), query.get("fieldValidation")]),
      [["All", "Strict"]],
    );
    assert.equal(bench.server.objects.has(SETTINGS), false);
  });

  it("passes what may be there by the time of the update", async () => {
    assert.deepEqual(await codes(configMap({ a: UNKNOWN })), []);
    assert.deepEqual(await codes({ apiVersion: "karpenter.sh/v1", kind: "NodePool", metadata: { name: "x" } }), []);
    assert.deepEqual(await codes(configMap({ a: "1" }, { namespace: "later" })), []);
    assert.equal(patches().length, 1);
  });

  it("passes with a word where the user may only look, or a webhook cannot try", async () => {
    answers({ status: 403, body: { message: 'User "x" cannot patch resource "configmaps"' } });
    assert.deepEqual(await codes(configMap({ a: "1" })), []);
    answers({ status: 400, body: { message: "admission webhook w does not support dry run" } });
    assert.deepEqual(await codes(configMap({ a: "1" })), []);
    assert.equal(bench.said.filter((line) => line.includes("not tried on the cluster")).length, 2);
  });

  const refusals: [string, Reply, string][] = [
    [
      "a quota",
      { status: 403, body: { message: "exceeded quota: q, requested: a=1, used: a=2, limited: a=2" } },
      "apply.quota",
    ],
    [
      "a field of no schema",
      { status: 500, body: { message: ".data.x: field not declared in schema" } },
      "apply.schema",
    ],
    ["an expired login", { status: 401, body: { message: "Unauthorized" } }, "apply.unauthorized"],
  ];
  for (const [title, reply, code] of refusals) {
    it(`tells ${title}`, async () => {
      answers(reply);
      assert.deepEqual(await codes(configMap({ a: "1" })), [code]);
    });
  }

  it("refuses a name that somebody else has, not one of its own interrupted create", async () => {
    await bench.applier.create(configMap({ a: "1" }), changeBy("somebody"));
    assert.deepEqual(await codes(configMap({ a: "1" }), "a"), ["apply.exists"]);
    assert.deepEqual(await codes(configMap({ a: "1" }), "somebody"), []);
  });

  it("tries a replacement under another name, and not against the old one's quota", async () => {
    await bench.applier.create(configMap({ a: "1" }), changeBy("a"));
    await codes(configMap({ a: "2" }));
    assert.equal(patches().at(-1)?.path, `${SETTINGS}-preview`);
    answers({ status: 403, body: { message: "exceeded quota: q, requested: a=1, used: a=2, limited: a=2" } });
    assert.deepEqual(await codes(configMap({ a: "2" })), []);
  });

  it("of an update ends in a conflict with others, unless it is told to take over", async () => {
    await bench.applier.create(configMap({ a: "1" }), changeBy("a"));
    const update = changeBy("a", { isNew: false });
    await bench.applier.preview(configMap({ a: "2" }), update);
    await bench.applier.preview(configMap({ a: "2" }, { annotations: { "pulumi.com/patchForce": "true" } }), update);
    assert.deepEqual(
      patches()
        .slice(-2)
        .map(({ query }) => query.get("force")),
      ["false", "true"],
    );
  });

  describe("with warnings of the server", () => {
    const warning =
      'would violate PodSecurity \\"restricted:latest\\": runAsNonRoot != true (pod or container \\"a\\" must set securityContext.runAsNonRoot=true)';
    const deployment: Properties = {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "api", namespace: "prod" },
      spec: { template: { spec: { containers: [{ name: "a" }] } } },
    };
    const enforce = (level: string): void => {
      const labels = { "pod-security.kubernetes.io/enforce": level };
      bench.server.objects.set("/api/v1/namespaces/prod", { kind: "Namespace", metadata: { name: "prod", labels } });
    };
    beforeEach(() =>
      answers({ status: 200, body: deployment, headers: { Warning: `299 - "${warning}", 299 - "old field"` } }),
    );

    it("refuses pods that the namespace would refuse", async () => {
      enforce("restricted");
      assert.deepEqual(await codes(deployment), ["apply.pod-security"]);
    });

    it("passes the others on", async () => {
      enforce("baseline");
      assert.deepEqual(await codes(deployment), []);
      assert.deepEqual(bench.said, [`a: ${warning.replaceAll("\\", "")}`, "a: old field"]);
    });
  });

  it("owns fields by a name drawn from the URN", () => {
    assert.match(managerOf("urn:a", {}), /^pulumi-kubernetes-[0-9a-f]{8}$/);
    assert.notEqual(managerOf("urn:a", {}), managerOf("urn:b", {}));
    const annotations = { "pulumi.com/patchFieldManager": "mine" };
    assert.equal(managerOf("urn:a", { metadata: { annotations } }), "mine");
  });
});
