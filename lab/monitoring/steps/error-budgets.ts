import { sloSeries } from "@pyairtable/slo";
import { queryRemaining } from "@pyairtable/slo/error-budgets";
import { type Verdict, verdict } from "../../support/verdict.ts";
import type { Lab } from "../context.ts";
import type { PrometheusApi } from "../servers/api.ts";
import { trueBudgets } from "../truth/budgets.ts";

const TIMEOUT_MS = 30_000;
/** Rates of five minutes meet replicas that come and go: so much of what was spent, and so much of the budget. */
const OFF = { ofSpent: 0.05, ofBudget: 0.02 };

/** What `npm run error-budgets` would write down, asked of the live server, beside plain arithmetic on the traffic. */
export async function errorBudgets({ plan, history, save }: Lab, api: PrometheusApi): Promise<Verdict> {
  const measured = await queryRemaining({ url: api.url, timeoutMs: TIMEOUT_MS });
  const ahead = await evaluations(api, history.clock.endSeconds);
  const rows = trueBudgets(plan, history, ahead).map((one) => {
    const found = measured.get(one.service)?.[one.slo as "availability" | "latency"] ?? null;
    return { ...one, measured: found };
  });
  const problems = rows.flatMap(({ service, slo, remaining, measured: found }) => {
    const allowed = OFF.ofBudget + OFF.ofSpent * Math.abs(1 - remaining);
    if (found !== null && Math.abs(found - remaining) <= allowed) return [];
    return [`${service} ${slo}: ${found} left, ${remaining.toFixed(3)} is true after ${ahead} live evaluations`];
  });
  save("error-budgets.json", JSON.stringify(rows, null, 1));
  const out = new Set(rows.filter(({ measured: found }) => (found ?? 1) < 0).map(({ service }) => service));
  const worst = Math.max(...rows.map(({ remaining, measured: found }) => Math.abs((found ?? 0) - remaining)));
  return verdict(
    "error budgets",
    `${rows.length - problems.length}/${rows.length} objectives of ${new Set(rows.map(({ service }) => service)).size} services ` +
      `have left what is true, worst ${worst.toFixed(3)} of a budget apart; out of budget: ${[...out].sort().join(", ") || "nobody"}`,
    problems,
  );
}

/**
 * How many rates went into what is left since the history's end. Each stands for a minute however soon it follows the
 * last, and nothing was recorded while the history was imported: minutes by the clock would not do.
 */
async function evaluations(api: PrometheusApi, endSeconds: number): Promise<number> {
  const [last] = await api.query(`max(timestamp(${sloSeries.BUDGET_REMAINING}))`);
  const atSeconds = last!.points[0]![1];
  const since = `${Math.floor(atSeconds - endSeconds)}s`;
  const [counted] = await api.query(`max(count_over_time(${sloSeries.totalRate(300)}[${since}]))`, atSeconds);
  return counted!.points[0]![1];
}
