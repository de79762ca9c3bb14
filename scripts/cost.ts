import { explain, type PlanCost, pricePlan, SERVICE_PARTS, SHARED } from "@pyairtable/cost-model";
import { show, UserError } from "@pyairtable/diagnostics";
import type { Plan } from "@pyairtable/plan";
import { loadPlan } from "../stacks/config/load.ts";
import { optionsCommand } from "./lib/options-command.ts";
import { type Column, formatTable } from "./lib/table.ts";

const OPTIONS = {
  stack: { type: "string", value: "name", help: "the environment", default: "prod" },
  explain: { type: "string", value: "service", help: "every number of one service, or of platform" },
  json: { type: "boolean", help: "as JSON" },
} as const;

await optionsCommand(
  "cost",
  "Monthly cost of an environment, before and as planned, USD of 730 hours.",
  OPTIONS,
  (options) => {
    const plan = loadPlan(options.stack);
    const { value, text } = options.explain === undefined ? priced(plan) : explained(plan, options.explain);
    process.stdout.write(options.json ? `${JSON.stringify(value, null, 2)}\n` : `${text}\n`);
  },
);

function priced(plan: Plan) {
  const cost = pricePlan(plan);
  const text = [
    serviceTable(cost, plan),
    sharedTable(cost),
    `${plan.environment}: ${usd(cost.baselineUsd)} → ${usd(cost.plannedUsd)} USD a month, ` +
      `${usd(cost.savedUsd)} saved (${cost.savedPercent}%); budget ${usd(plan.budget.monthlyUsd)}${elsewhere(cost)}`,
    ["Assumptions", ...cost.assumptions.map((sentence) => `  ${sentence}`)].join("\n"),
  ].join("\n\n");
  return { value: cost, text };
}

function elsewhere({ shadowUsd }: PlanCost): string {
  return shadowUsd === 0
    ? ""
    : `\n${usd(shadowUsd)} USD a month more would be due on nodes of our own: another bill pays for them`;
}

function serviceTable(cost: PlanCost, plan: Plan): string {
  // Only where a cluster of somebody else's carries work.
  const unbilled = cost.shadowUsd > 0;
  const mixed = plan.services.some(({ runtime }) => runtime === "kubernetes");
  const columns = ["before", "planned", "on demand", "Spot", "logs", "alarms", "secrets"];
  const rows = plan.services.map(({ name, tier, runtime }) => {
    const { baselineUsd, plannedUsd, parts, shadowUsd } = cost.services[name]!;
    const amounts = [baselineUsd, plannedUsd, ...SERVICE_PARTS.map((part) => parts[part])];
    return [name, tier, ...(mixed ? [runtime] : []), ...[...amounts, ...(unbilled ? [shadowUsd] : [])].map(usd)];
  });
  const titles = [{ title: "service" }, { title: "tier" }, ...(mixed ? [{ title: "runs on" }] : [])];
  return formatTable([...titles, ...[...columns, ...(unbilled ? ["not billed here"] : [])].map(money)], rows);
}

function sharedTable(cost: PlanCost): string {
  const rows = Object.entries(cost.shared)
    .filter(([, part]) => part.baselineUsd > 0 || part.plannedUsd > 0)
    .map(([name, part]) => [name, usd(part.baselineUsd), usd(part.plannedUsd), part.why]);
  return formatTable([{ title: "shared" }, money("before"), money("planned"), { title: "why" }], rows);
}

function explained(plan: Plan, name: string) {
  const names = [SHARED, ...plan.services.map((service) => service.name)];
  if (!names.includes(name)) {
    const fix = "Choose one of these names.";
    const wanted = names.join(", ");
    throw new UserError("cost", [{ code: "command.option", path: "cost --explain", got: show(name), wanted, fix }]);
  }
  const lines = explain(plan, name);
  const columns = [{ title: "what" }, money("quantity"), { title: "unit" }, money("unit price"), money("USD")];
  const rows = lines.map((line) => {
    return [line.what, line.quantity.toFixed(2), line.unit, line.unitPriceUsd, usd(line.usd), line.source];
  });
  return { value: lines, text: formatTable([...columns, { title: "source" }], rows) };
}

function money(title: string): Column {
  return { title, align: "right" };
}

function usd(amount: number): string {
  return amount.toFixed(2);
}
