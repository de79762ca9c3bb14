import { overCount } from "../read/count.ts";
import { totalsAtMaximum } from "../read/totals.ts";
import { stackRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const totalMemory = stackRule({
  id: "total-memory",
  title: "All services at their autoscaling maximum together use no more memory than the stack allows.",
  severity: "high",
  remediation: "Lower sizes or maxima in the catalog, or raise `maxGiB` in the stack's limits file.",
  controls: ["wa:cost"],
  config: { maxGiB: amount(200, "GiB of all tasks and pods at their maximum") },
  check: (graph, { maxGiB }) =>
    overCount(
      "GiB of all services at maximum",
      totalsAtMaximum(graph).gib,
      maxGiB,
      "Lower sizes or maxima in the catalog.",
    ),
});
