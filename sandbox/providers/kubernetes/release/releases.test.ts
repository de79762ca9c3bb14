import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "@pyairtable/diagnostics";
import { Ledger } from "../../ledger.ts";
import { NotReadyError } from "../../not-ready.ts";
import type { Properties } from "../../values.ts";
import { at } from "../objects.ts";
import { applierBench, type Bench, changeBy } from "../testing/applier.ts";
import { parseChartCrds } from "./chart-crds.ts";
import { Releases } from "./releases.ts";

const RESOURCE = { urn: "urn:r", type: "kubernetes:helm.sh/v3:Release", name: "karpenter" };
const INPUTS: Properties = {
  chart: "oci://registry.example.dev/karpenter",
  version: "1.6.0",
  name: "karpenter",
  namespace: "prod",
};
const PATH = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/";
const API = "apiextensions.k8s.io/v1";
const DEFINITION_KIND = "CustomResourceDefinition";
const DEFINITION = (name: string): string =>
  `---\napiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: ${name}\n`;

describe("Helm releases", () => {
  let bench: Bench;
  let ledger: Ledger;
  let releases: Releases;
  beforeEach(async () => {
    bench = await applierBench();
    const file = join(bench.server.folder, "crds.yaml");
    writeFileSync(file, `${DEFINITION("nodepools")}${DEFINITION("nodeclaims")}---\n`);
    ledger = new Ledger(join(bench.server.folder, "cloud.jsonl"));
    const charts = parseChartCrds(JSON.stringify({ karpenter: [file] }));
    releases = new Releases({ ledger, applier: bench.applier, charts });
  });
  afterEach(async () => {
    ledger.close();
    await bench.server.stop();
  });
  const definitions = (): string[] =>
    [...bench.server.objects.keys()].filter((path) => path.startsWith(PATH)).map((path) => path.slice(PATH.length));
  const install = (inputs: Properties = INPUTS) => releases.install(RESOURCE, inputs, changeBy("r"));

  it("bring their chart's definitions, and take them along", async () => {
    const { id, outputs } = await install();
    assert.equal(id, "prod/karpenter");
    assert.deepEqual(definitions(), ["nodepools", "nodeclaims"]);
    assert.deepEqual([at(outputs, "status", "status"), at(outputs, "status", "revision")], ["deployed", 1]);
    assert.equal(at((await install({ ...INPUTS, version: "1.6.1" })).outputs, "status", "revision"), 2);
    assert.deepEqual((await releases.read(id, changeBy("r")))?.inputs.version, "1.6.1");
    await releases.uninstall(id, changeBy("r"));
    assert.deepEqual(definitions(), []);
    assert.equal(await releases.read(id, changeBy("r")), undefined);
  });

  it("leave definitions that others made", async () => {
    const [nodepools] = [
      { apiVersion: "apiextensions.k8s.io/v1", kind: "CustomResourceDefinition", metadata: { name: "nodepools" } },
    ];
    await bench.applier.create(nodepools, changeBy("somebody"));
    const { id } = await install();
    await releases.uninstall(id, changeBy("r"));
    assert.deepEqual(definitions(), ["nodepools"]);
  });

  it("bring none where the chart is not mapped", async () => {
    await install({ ...INPUTS, chart: "keda" });
    assert.deepEqual(definitions(), []);
  });

  it("bring those among their templates whatever skipCrds says", async () => {
    await install({ ...INPUTS, skipCrds: true });
    assert.deepEqual(definitions().sort(), ["nodeclaims", "nodepools"]);
  });

  it("are gone when somebody took their definitions away", async () => {
    const { id } = await install();
    bench.server.objects.delete(`${PATH}nodepools`);
    assert.equal(await releases.read(id, changeBy("r")), undefined);
  });

  it("are not mistaken for a definition that does not become ready", async () => {
    bench.server.script(({ method, path, body }) => {
      if (method === "GET" && path === `${PATH}nodeclaims` && !bench.server.objects.has(path)) return undefined;
      return path === `${PATH}nodeclaims`
        ? { status: 200, body: { ...body, kind: DEFINITION_KIND, apiVersion: API } }
        : undefined;
    });
    const work = releases.install(RESOURCE, INPUTS, changeBy("r", { timeoutSeconds: 0 }));
    await assert.rejects(work, (error) => !(error instanceof NotReadyError) && /Established/.test(String(error)));
  });

  it("make their namespace when told so, and want it otherwise", async () => {
    await assert.rejects(install({ ...INPUTS, namespace: "new" }), (error) => {
      assert.ok(error instanceof UserError);
      assert.equal(error.diagnostics[0]?.code, "apply.namespace");
      return true;
    });
    await install({ ...INPUTS, namespace: "new", createNamespace: true });
    await install({ ...INPUTS, namespace: "new", createNamespace: true });
    assert.ok(bench.server.objects.has("/api/v1/namespaces/new"));
  });

  it("are kept in the ledger alone without a cluster", async () => {
    const alone = new Releases({ ledger, applier: undefined, charts: {} });
    const { id } = await alone.install(RESOURCE, { ...INPUTS, namespace: "anywhere" }, changeBy("r"));
    assert.deepEqual((await alone.read(id, changeBy("r")))?.inputs.chart, INPUTS.chart);
    await alone.uninstall(id, changeBy("r"));
    assert.equal(ledger.all().length, 0);
  });

  it("are named by the URN, and keep the name they had", () => {
    const { inputs } = releases.check(RESOURCE, { chart: "a" }, undefined);
    assert.match(String(inputs.name), /^karpenter-[0-9a-f]{8}$/);
    assert.equal(inputs.namespace, "default");
    assert.equal(releases.check(RESOURCE, { chart: "a" }, { name: "old" }).inputs.name, "old");
  });

  it("are replaced under another name, changed in place for the rest", () => {
    const replaces = (news: Properties): boolean[] =>
      [...releases.diff(INPUTS, { ...INPUTS, ...news }).changes.values()].map(({ replace }) => replace);
    assert.deepEqual(replaces({ name: "b" }), [true]);
    assert.deepEqual(replaces({ version: "2.0.0", values: {} }), [false, false]);
  });
});

describe("PYAIRTABLE_CHART_CRDS", () => {
  const bad: [string, string, RegExp][] = [
    ["no JSON", "karpenter=a", /JSON/],
    ["a list", "[]", /an object of chart names/],
    ["text for files", '{"a": "b.yaml"}', /a list of files/],
    ["a relative path", '{"a": ["b.yaml"], "c": [1]}', /a\[0\][\s\S]*c\[0\]/],
  ];
  for (const [title, json, message] of bad) {
    it(`refuses ${title}`, () =>
      assert.throws(
        () => parseChartCrds(json),
        (error) => error instanceof UserError && message.test(error.message),
      ));
  }
  it("may be unset", () => assert.deepEqual([parseChartCrds(undefined), parseChartCrds("")], [{}, {}]));
});
