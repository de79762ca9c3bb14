import assert from "node:assert/strict";
import { catalog, catalogErrorCodes, type PlatformConfig, resolve } from "../../catalog/index.ts";
import { INVARIANTS } from "../../catalog/invariants/index.ts";
import { soundEntries } from "../../catalog/invariants/shape.ts";
import { subjectOf } from "../../catalog/invariants/subject.ts";
import { readPlatformConfig } from "../../stacks/config/index.ts";
import { fieldCases } from "./cases/catalog-fields.ts";
import { clusterCases, ON_A_CLUSTER } from "./cases/catalog-kubernetes.ts";
import { relationCases } from "./cases/catalog-relations.ts";
import { type CatalogCase, editedCatalog } from "./catalog-edits.ts";
import { edited, PRODUCTION, soundConfig } from "./edits.ts";
import { refusal } from "./refusal.ts";

const CASES: readonly CatalogCase[] = [...fieldCases, ...relationCases];
const production = readPlatformConfig(edited(soundConfig(), PRODUCTION), "Pulumi.test.yaml");
const withEdits = (edits: Record<string, unknown>): PlatformConfig =>
  readPlatformConfig(edited(soundConfig(), { ...PRODUCTION, ...edits }), "Pulumi.test.yaml");

const onACluster = (edits: Record<string, unknown>): PlatformConfig => withEdits({ ...ON_A_CLUSTER, ...edits });

const problemsOf = (config: PlatformConfig, entries: typeof catalog) =>
  refusal(() => resolve(config, entries, "test"))
    .diagnostics.map(({ code, path }) => `${code} ${path.replace("catalog: ", "")}`)
    .sort();

describe("malformed catalogs", () => {
  it("are refused for their faults only: the catalog itself is sound", () => {
    assert.equal(resolve(production, catalog, "test").services.length, 30);
  });

  it("are at least forty, each of its own name", () => {
    assert.ok(CASES.length >= 40, `${CASES.length} cases`);
    assert.equal(new Set(CASES.map(([what]) => what)).size, CASES.length);
  });

  for (const [what, edits, ...expected] of CASES) {
    it(`${what}: ${expected.length === 1 ? expected[0] : `${expected.length} problems`}`, () => {
      assert.deepEqual(problemsOf(production, editedCatalog(edits)), [...expected].sort());
    });
  }

  it("are refused on a cluster for their faults only too", () => {
    assert.ok(resolve(onACluster({}), catalog, "test").services.every(({ kubernetes }) => kubernetes !== null));
  });

  it("take a metrics-server that is there already", () => {
    const { addOns } = resolve(
      onACluster({ "kubernetes.addOns.metrics-server": "theirs" }),
      catalog,
      "test",
    ).kubernetes;
    assert.deepEqual([addOns["metrics-server"].enabled, addOns.keda.enabled], [false, true]);
  });

  for (const [what, config, edits, ...expected] of clusterCases) {
    it(`on a cluster, ${what}: ${expected.length === 1 ? expected[0] : `${expected.length} problems`}`, () => {
      assert.deepEqual(problemsOf(onACluster(config), editedCatalog(edits)), [...expected].sort());
    });
  }

  it("that are empty", () => {
    assert.deepEqual(problemsOf(production, []), ["catalog.empty (whole)"]);
  });

  it("of a size Fargate does not pair", () => {
    const subject = { ...subjectOf(production, catalog), sizeOf: () => ({ cpuUnits: 256, memoryMiB: 4096 }) };
    assert.deepEqual(new Set(INVARIANTS.sizes!(subject).map(({ code }) => code)), new Set(["catalog.fargate-pair"]));
  });

  it("that the environment overrides wrongly", () => {
    const config = withEdits({
      "serviceOverrides.record-servce": { size: "m" },
      "serviceOverrides.record-service": { size: "xs" },
    });
    assert.deepEqual(problemsOf(config, catalog), [
      "catalog.size-too-small record-service.size",
      "catalog.unknown-override platform.serviceOverrides.record-servce",
    ]);
    const reversed = withEdits({ "serviceOverrides.scheduler": { replicasMin: 3 } });
    assert.deepEqual(problemsOf(reversed, catalog), ["catalog.replicas scheduler.replicas"]);
  });

  it("whose Spot share is out of reach", () => {
    assert.deepEqual(problemsOf(withEdits({ "spot.targetShare": 0.95 }), catalog), [
      "catalog.spot-target platform.spot",
    ]);
  });

  it("never repeat what may be a secret", () => {
    const pasted = editedCatalog({ "scheduler.secrets": { KEY: "hunter2!" } });
    assert.doesNotMatch(refusal(() => resolve(production, pasted, "test")).message, /hunter2/);
  });

  it("that are garbage end in a message too", () => {
    for (const garbage of [null, 3, "service", [], {}]) {
      const entries = [...catalog, garbage as (typeof catalog)[number]];
      assert.ok(problemsOf(production, entries).every((problem) => problem.startsWith("catalog.shape [30]")));
    }
  });

  it("use documented codes, and every code has a case", () => {
    const all = [...CASES.map((one) => one.slice(2)), ...clusterCases.map((one) => one.slice(3))] as string[][];
    const used = all.flatMap((expected) => expected.map((one) => one.split(" ")[0]!));
    const here = ["catalog.empty", "catalog.fargate-pair", "catalog.unknown-override", "catalog.spot-target"];
    // Of the table of classes, not of an entry: catalog/slo-class-checks.test.ts.
    here.push("catalog.slo-class");
    assert.deepEqual([...new Set([...used, ...here])].sort(), catalogErrorCodes.map(({ code }) => code).sort());
  });

  it("have each code from one invariant alone, so that none could be taken away unseen", () => {
    const found = new Map<string, Set<string>>();
    const subjects = [
      ...CASES.map(([, edits]) => [production, edits] as const),
      ...clusterCases.map(([, config, edits]) => [onACluster(config), edits] as const),
    ];
    for (const [config, edits] of subjects) {
      const subject = subjectOf(config, soundEntries(editedCatalog(edits)).sound);
      for (const [name, invariant] of Object.entries(INVARIANTS)) {
        for (const { code } of invariant(subject)) found.set(code, (found.get(code) ?? new Set()).add(name));
      }
    }
    for (const [code, names] of found) assert.equal(names.size, 1, `${code} comes from ${[...names]}`);
    const idle = Object.keys(INVARIANTS).filter((name) => ![...found.values()].some((names) => names.has(name)));
    assert.deepEqual(idle, ["overrides"], "an invariant that no malformed catalog trips");
  });
});
