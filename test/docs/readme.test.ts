import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { pricePlan } from "@pyairtable/cost-model";
import { monitoringPlan } from "@pyairtable/monitoring/plan";
import { ruleCatalogue } from "@pyairtable/policies/catalogue";
import { availabilityOf } from "@pyairtable/spot-risk";
import { nothingComputed, recordProgram } from "../../components/shared/test-mocks.ts";
import { compose } from "../../stacks/compose.ts";
import { loadPlan } from "../../stacks/config/load.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Spaces folded: the formatter pads tables. */
const folded = (text: string): string => text.replace(/ +/g, " ");
const readme = folded(readFileSync(join(ROOT, "README.md"), "utf8"));
const plan = loadPlan("prod");
const floored = (percent: number): number => Math.floor(percent * 1000) / 1000;
/** Resources of a captured preview as the engine counts them: without the providers it makes by itself. */
const captured = (file: string): number => {
  const graph = JSON.parse(readFileSync(join(ROOT, "policies/test", file), "utf8")) as { type: string; name: string }[];
  return graph.filter(({ type, name }) => !(type.startsWith("pulumi:providers:") && name.startsWith("default"))).length;
};
const cost = pricePlan(plan);

/** Two digits, as the README writes them. */
const usd = (value: number): string => value.toFixed(2);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** What watching costs in prod and dev with that Prometheus. */
const watched = (prometheus: "fargate" | "managed" | "off"): string[] =>
  ["prod", "dev"].map((stack) => {
    const own = loadPlan(stack);
    const monitoring = monitoringPlan(own, { prometheus });
    return usd(pricePlan({ ...own, monitoring }).shared.monitoring.plannedUsd);
  });

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
    ["lowest availability", `lowest : ${floored(availabilityOf(plan).lowest!.availabilityPercent)}`],
    ["rules", `pack of ${ruleCatalogue.length} rules`],
    [
      "rules for Kubernetes",
      `${ruleCatalogue.filter(({ id }) => /^(k8s|eks|karpenter|helm)-/.test(id)).length} of them for Kubernetes`,
    ],
    ["rules in the picture", `"${ruleCatalogue.length} policies"`],
    ["resources in the preview", `+ ${captured("prod-graph.json")} to create`],
    ["resources in the picture", `${captured("prod-graph.json")} resources`],
    [
      "resources of the stacks",
      `prod makes ${captured("prod-graph.json")} resources, prod-eks ${captured("kubernetes-graph.json")}`,
    ],
    ["monitoring", `| monitoring | 0 | ${usd(cost.shared.monitoring.plannedUsd)} |`],
    ["monitoring in the preview", `monthlyUsd : ${usd(cost.shared.monitoring.plannedUsd)}`],
    ["Prometheus of our own", `\`fargate\` (${watched("fargate").join(" USD a month in prod, ")} in dev)`],
    ["Prometheus of Amazon", `\`managed\` by Amazon (${watched("managed").join(", ")})`],
    ["CloudWatch alone", `\`off\`\n(${watched("off").join(", ")}: CloudWatch alone)`],
    ["budget", `budgetUsd    : ${plan.budget.monthlyUsd}`],
  ];
  for (const [what, text] of figures) {
    it(`says the ${what} as the program computes it`, () =>
      assert.ok(readme.includes(folded(text)), `wanted: ${text}`));
  }

  for (const stack of ["dev", "prod", "prod-eks", "lab"]) {
    it(`says what ${stack} costs and how it stands`, () => {
      const own = loadPlan(stack);
      const { baselineUsd, plannedUsd, shadowUsd } = pricePlan(own);
      const row = readme.split("\n").find((line) => line.startsWith(`| \`${stack}\` |`)) ?? "";
      const elsewhere = shadowUsd > 0 ? `, and ${usd(shadowUsd)} on another bill` : "";
      const lowest = floored(availabilityOf(own).lowest!.availabilityPercent);
      const wanted = `| ${usd(baselineUsd)} → ${usd(plannedUsd)}${elsewhere} | ${lowest} |`;
      assert.ok(row.includes(wanted), `wanted: ${wanted}\ngot: ${row}`);
    });
  }

  it("says how many resources lab makes", async () => {
    const types = new Proxy({}, { get: () => nothingComputed });
    const recording = await recordProgram({ types }, true, () => compose(loadPlan("lab"), null));
    const stack = 1;
    assert.ok(readme.includes(`lab ${recording.resources.length + stack}. `), `${recording.resources.length + stack}`);
  });

  for (const page of [
    "README.md",
    "CONTRIBUTING.md",
    "docs/README.md",
    "docs/architecture.md",
    "docs/pitfalls.md",
    "docs/runbooks/README.md",
    "docs/runbooks/spot-storm-on-kubernetes.md",
    "docs/runbooks/hpa-not-scaling.md",
    "docs/runbooks/drain-blocked.md",
    "docs/adr/README.md",
    "docs/adr/0017-pods-are-spread-over-pools.md",
    "components/README.md",
    "packages/README.md",
    "stacks/README.md",
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
    const named = new Set([...readme.matchAll(/npm run ([a-z:-]+)/g)].map((match) => match[1]!));
    assert.deepEqual(
      [...named].filter((script) => !(script in scripts)),
      [],
    );
  });
});
