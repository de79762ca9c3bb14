import { costOf } from "../read/cost.ts";
import { type StackFinding, stackRule } from "../rule.ts";
import { SHARED_SERVICE } from "../service-of.ts";
import { amount, text } from "../settings.ts";

export const serviceMonthlyCap = stackRule({
  id: "service-monthly-cap",
  title: "No single service costs more a month than the stack allows for one.",
  severity: "high",
  remediation: "Lower the service's size or count in the catalog, or raise `maxUsd` in the stack's limits file.",
  controls: ["wa:cost"],
  config: {
    maxUsd: amount(60, "Most of one service, USD a month"),
    region: text("us-east-1", "AWS region whose prices count"),
  },
  *check(graph, { maxUsd, region }): Iterable<StackFinding> {
    for (const [service, usd] of Object.entries(costOf(graph, region).services)) {
      if (service === SHARED_SERVICE || usd <= maxUsd) continue;
      const got = `${usd.toFixed(2)} USD`;
      yield { service, what: "cost a month", got, wanted: `at most ${maxUsd} USD`, fix: "Lower its size or count." };
    }
  },
});
