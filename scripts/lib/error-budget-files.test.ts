import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ServicePlan } from "@pyairtable/plan";
import { spotShareOfService } from "@pyairtable/spot-risk";
import { catalog } from "../../catalog/index.ts";
import { loadPlan } from "../../stacks/config/load.ts";
import { errorBudgetFiles } from "./error-budget-files.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

describe("the committed error budgets of prod", () => {
  const { prod } = errorBudgetFiles(ROOT, new Date());
  // A measurement may be older than the newest service or placement: that is what the policy is for.
  const sample = prod?.origin === "sample" ? prod.services : undefined;

  it("while they are a sample, are of all services of the catalog and of no others", () => {
    if (sample === undefined) return;
    assert.deepEqual(Object.keys(sample).sort(), catalog.map(({ name }) => name).sort());
  });

  it("while they are a sample, stand beside today's plan: no warning comes of made-up figures", () => {
    if (sample === undefined) return;
    const of = (service: ServicePlan) => [Math.round(spotShareOfService(service) * 1000) / 1000, service.replicas.min];
    const planned = loadPlan("prod").services.map((service) => [service.name, ...of(service)]);
    const held = planned.map(([name]) => [name, sample[name!]?.spotShare, sample[name!]?.replicasMin]);
    assert.deepEqual(held, planned);
  });
});

describe("files of error budgets", () => {
  let root: string;
  const put = (name: string, text: string) => {
    mkdirSync(join(root, "monitoring/error-budgets"), { recursive: true });
    writeFileSync(join(root, "monitoring/error-budgets", name), text);
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "pyairtable-budget-files-"));
    cpSync(join(ROOT, "Pulumi.prod.yaml"), join(root, "Pulumi.prod.yaml"));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it("need not be there", () => assert.deepEqual(errorBudgetFiles(root, new Date()), {}));

  it("are refused under the name of no stack, with the nearest", () => {
    put("prd.json", "{}");
    assert.throws(() => errorBudgetFiles(root, new Date()), /error-budgets\/prd\.json[\s\S]*Rename it to prod\.json/);
  });

  it("are named where they are wrong", () => {
    put("prod.json", "{}");
    assert.throws(() => errorBudgetFiles(root, new Date()), /monitoring\/error-budgets\/prod\.json: services/);
  });
});
