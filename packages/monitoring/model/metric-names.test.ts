import assert from "node:assert/strict";
import { metricNames } from "./metric-names.ts";

describe("the metrics an expression reads", () => {
  const cases: [expr: string, names: string[]][] = [
    ["up", ["up"]],
    ['sum by (service) (rate(a_total{x="b_total"}[5m]))', ["a_total"]],
    ["a:b:c > on (service) group_left (owner, tier) (14.4 * d:e:f)", ["a:b:c", "d:e:f"]],
    ['label_replace(x, "y", "$1", "z", "(.+)") and on () vector(1)', ["x"]],
    ['max by (service) ({__name__=~"one|two"})', ["one", "two"]],
    ["avg_over_time((a / b >= bool 0.95)[15m:1m]) offset 1d", ["a", "b"]],
    ["time() - lowest_seconds < 1e6 unless Inf", ["lowest_seconds"]],
    ["histogram_quantile(0.95, buckets) >= 0", ["buckets"]],
  ];
  for (const [expr, names] of cases) it(expr, () => assert.deepEqual(metricNames(expr), names));
});
