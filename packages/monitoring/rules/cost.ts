import type { RecordingRule } from "@pyairtable/slo";
import { SERIES as S } from "./names.ts";

const GIB = 1024 ** 3;
const HOUR_SECONDS = 3600;

/** What runs now, priced: running replicas at their size, the rest of the service's bill, and what all share. */
export function costRules(intervalSeconds: number, priced: boolean): RecordingRule[] {
  const compute =
    `${S.cpuRequest} * on (service) ${S.vcpuPrice} + on (service) ` +
    `${S.memoryRequest} / ${GIB} * on (service) ${S.gibPrice}`;
  return [
    {
      record: S.cost,
      expr: priced ? `sum by (service) ((${compute}) + on (service) ${S.otherCost} or ${S.otherCost})` : S.otherCost,
    },
    { record: S.platformCost, expr: `sum(${S.cost}) + ${S.sharedCost}` },
    { record: S.costDay, expr: `sum_over_time(${S.platformCost}[1d]) * ${intervalSeconds} / ${HOUR_SECONDS}` },
  ];
}
