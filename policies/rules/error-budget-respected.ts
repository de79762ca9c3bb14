import { ERROR_BUDGETS, type MeasuredBudgets } from "../facts.ts";
import type { Graph } from "../graph.ts";
import { CAPACITY } from "../read/kubernetes/placement.ts";
import { runningOf } from "../read/running.ts";
import { notApplicable, type Rule, type StackFinding, stackRule } from "../rule.ts";
import type { ConfigOf } from "../settings.ts";
import { amount } from "../settings.ts";

/** Shares are quotients, and written in three digits. */
const TOLERANCE = 0.01;
const DAY_MS = 86_400_000;

const KNOBS = {
  minimumRemaining: amount(0, "A budget with no more left than this counts as spent, share of the period's budget"),
  maximumAgeDays: amount(14, "Oldest a measurement may be, days"),
  ...CAPACITY,
};

/** The rule over other budgets and another clock, for tests. */
export function errorBudgetRule(budgets: Readonly<Record<string, MeasuredBudgets>>, now: () => Date): Rule {
  return stackRule({
    id: "error-budget-respected",
    title: "A service out of error budget takes no more risk: no larger share on Spot, no lower minimum.",
    severity: "medium",
    enforcement: "advisory",
    remediation:
      "Keep Spot share and minimum until the budget recovers, or ship the reliability fix first. Measure anew with " +
      "`npm run error-budgets`, then `npm run generate`.",
    controls: ["wa:reliability"],
    config: KNOBS,
    check(graph, knobs) {
      const measured = Object.hasOwn(budgets, graph.stack) ? budgets[graph.stack] : undefined;
      if (measured === undefined) return notApplicable("nobody measured the error budgets of this stack");
      return findings(graph, measured, knobs, now());
    },
  });
}

export const errorBudgetRespected = errorBudgetRule(ERROR_BUDGETS, () => new Date());

function* findings(
  graph: Graph,
  { origin, measuredAt, services }: MeasuredBudgets,
  { minimumRemaining, maximumAgeDays, ...capacity }: ConfigOf<typeof KNOBS>,
  now: Date,
): Iterable<StackFinding> {
  const day = measuredAt.slice(0, 10);
  const when = origin === "sample" ? `${day} (sample data)` : day;
  const ageDays = Math.floor((now.getTime() - Date.parse(measuredAt)) / DAY_MS);
  if (origin === "measured" && ageDays > maximumAgeDays) {
    const fix = `Run npm run error-budgets -- --stack ${graph.stack} and npm run generate.`;
    const wanted = `at most ${maximumAgeDays} days old`;
    yield { what: "measurement of the error budgets", got: `${day}, ${ageDays} days old`, wanted, fix };
  }
  for (const [service, budget] of Object.entries(services)) {
    if (budget.remaining > minimumRemaining) continue;
    const planned = runningOf(graph, service, capacity);
    if (planned === undefined) continue;
    const { at, count, spotShare } = planned;
    const spent = `with ${percent(budget.remaining)} left of its ${budget.slo} budget on ${when}`;
    const fix = (what: string) => `Keep ${what} until the budget recovers, or ship the reliability fix first.`;
    if (spotShare > budget.spotShare + TOLERANCE) {
      const got = `${percent(spotShare)}, ${spent}`;
      const wanted = `at most ${percent(budget.spotShare)}, what ran then`;
      yield { at, service, what: "share on Spot while out of error budget", got, wanted, fix: fix("the Spot share") };
    }
    if (count < budget.replicasMin) {
      const got = `${count}, ${spent}`;
      const wanted = `at least ${budget.replicasMin}, what ran then`;
      yield {
        at,
        service,
        what: "minimum of replicas while out of error budget",
        got,
        wanted,
        fix: fix("the minimum"),
      };
    }
  }
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
