import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { pricePlan } from "@pyairtable/cost-model";
import { ruleCatalogue } from "@pyairtable/policies/catalogue";
import { availabilityOf } from "@pyairtable/spot-risk";
import { loadPlan } from "../../stacks/config/load.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Spaces folded: the formatter pads tables. */
const folded = (text: string): string => text.replace(/ +/g, " ");
const readme = folded(readFileSync(join(ROOT, "README.md"), "utf8"));
const plan = loadPlan("prod");
const cost = pricePlan(plan);

/** Two digits, as the README writes them. */
const usd = (value: number): string => value.toFixed(2);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe("README", () => {
  const services = Object.values(cost.services);
  const figures: [what: string, text: string][] = [
    ["total", `| **total** | **${usd(cost.baselineUsd)}** | **${usd(cost.plannedUsd)}** | ${cost.savedPercent}% saved`],
    [
      "services",
      `| 30 services | ${usd(sum(services.map((one) => one.baselineUsd)))} | ${usd(sum(services.map((one) => one.plannedUsd)))} |`,
    ],
    ["NAT", `| NAT | ${usd(cost.shared.nat.baselineUsd)} | ${usd(cost.shared.nat.plannedUsd)} |`],
    ["record-service", `monthlyUsd      : ${usd(cost.services["record-service"]!.plannedUsd)}`],
    ["lowest availability", `lowest : ${Math.floor(availabilityOf(plan).lowest!.availabilityPercent * 1000) / 1000}`],
    ["rules", `pack of ${ruleCatalogue.length} rules`],
    ["budget", `budgetUsd    : ${plan.budget.monthlyUsd}`],
  ];
  for (const [what, text] of figures) {
    it(`says the ${what} as the program computes it`, () =>
      assert.ok(readme.includes(folded(text)), `wanted: ${text}`));
  }

  for (const page of [
    "README.md",
    "CONTRIBUTING.md",
    "docs/architecture.md",
    "docs/runbooks/README.md",
    "docs/adr/README.md",
  ]) {
    it(`${page} links only to what is there`, () => {
      const text = readFileSync(join(ROOT, page), "utf8");
      const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map((match) => match[1]!);
      const dead = links.filter((link) => !existsSync(join(ROOT, dirname(page), link)));
      assert.deepEqual(dead, []);
    });
  }

  it("names only commands that package.json has", () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    const named = new Set([...readme.matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1]!));
    assert.deepEqual(
      [...named].filter((script) => !(script in scripts)),
      [],
    );
  });
});
