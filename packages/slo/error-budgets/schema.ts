import * as z from "zod";

/** Share of the period's budget that is left: 1 untouched, below 0 overspent; null where nothing was measured. */
const remaining = z.number().max(1).nullable();

const serviceSchema = z.strictObject({
  remaining: z.strictObject({ availability: remaining, latency: remaining }),
  /** Share of its tasks or pods on Spot at the minimum, as planned while it was measured. */
  spotShare: z.number().min(0).max(1),
  /** Fewest tasks or pods of that plan. */
  replicasMin: z.int().min(0),
});

/** `monitoring/error-budgets/<stack>.json`: what was left of each error budget, and what ran while it was measured. */
export const errorBudgetsSchema = z.strictObject({
  source: z.string().min(1),
  /** `sample`: made up for the repository, so it never grows old. */
  origin: z.enum(["measured", "sample"]),
  /** ISO instant in UTC. */
  measuredAt: z.iso.datetime(),
  periodDays: z.int().min(1),
  services: z.record(z.string(), serviceSchema),
});

type Deep<T> = { readonly [K in keyof T]: T[K] extends object ? Deep<T[K]> : T[K] };
export type ErrorBudgets = Deep<z.infer<typeof errorBudgetsSchema>>;
export type ServiceBudget = Deep<z.infer<typeof serviceSchema>>;
export type Remaining = ServiceBudget["remaining"];

/** The objective with least left, of those that were measured; undefined where none was. */
export function lowestRemaining({ availability, latency }: Remaining): { slo: string; remaining: number } | undefined {
  const measured = Object.entries({ availability, latency }).flatMap(([slo, left]) =>
    left === null ? [] : [{ slo, remaining: left }],
  );
  return measured.sort((a, b) => a.remaining - b.remaining)[0];
}
