import { overCount } from "../read/count.ts";
import { totalsAtMaximum } from "../read/totals.ts";
import { stackRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const totalVcpu = stackRule({
  id: "total-vcpu",
  title: "All services at their autoscaling maximum together use no more vCPU than the stack allows.",
  severity: "high",
  remediation: "Lower sizes or maxima in the catalog, or raise `maxVcpu` (and the account's Fargate quota).",
  controls: ["wa:cost"],
  config: { maxVcpu: amount(60, "vCPU of all tasks and pods at their maximum") },
  check: (graph, { maxVcpu }) =>
    overCount(
      "vCPU of all services at maximum",
      totalsAtMaximum(graph).vcpu,
      maxVcpu,
      "Lower sizes or maxima in the catalog.",
    ),
});
