import { costOf } from "../read/cost.ts";
import { stackRule } from "../rule.ts";
import { amount, text } from "../settings.ts";

export const monthlyBudget = stackRule({
  id: "monthly-budget",
  title: "The stack costs no more a month than its budget.",
  severity: "critical",
  remediation:
    "Lower sizes or counts in the catalog; `npm run cost` shows each part. Or raise `monthlyUsd` with whoever pays.",
  controls: ["wa:cost"],
  config: {
    monthlyUsd: amount(510, "Budget, USD a month"),
    region: text("us-east-1", "AWS region whose prices count"),
  },
  check(graph, { monthlyUsd, region }) {
    const cost = costOf(graph, region);
    if (cost.monthlyUsd <= monthlyUsd) return [];
    const dearest = Object.entries(cost.services)
      .sort(([, a], [, b]) => b - a)
      .slice(0, 3);
    const named = dearest.map(([service, usd]) => `${service} ${usd.toFixed(2)}`).join(", ");
    const got = `${cost.monthlyUsd.toFixed(2)} USD; dearest: ${named}`;
    return [
      { what: "cost a month", got, wanted: `at most ${monthlyUsd} USD`, fix: "Lower sizes or counts of the dearest." },
    ];
  },
});
