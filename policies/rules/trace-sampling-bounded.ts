import { COLLECTOR_TYPES, samplingOf } from "../read/monitoring/sampling.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const traceSamplingBounded = resourceRule({
  id: "trace-sampling-bounded",
  title: "The collector keeps a small share of ordinary traces, and every one with an error.",
  severity: "medium",
  remediation: "Lower `monitoring.tracing.sampleShare`; errors and slow traces are kept anyhow.",
  controls: ["wa:cost"],
  config: { maxPercent: amount(25, "Largest share of ordinary traces kept, percent") },
  types: COLLECTOR_TYPES,
  *check({ type, props }, { maxPercent }): Iterable<Finding> {
    const sampling = samplingOf(type, props);
    if (sampling === undefined) return;
    const { percent, keepsErrors } = sampling;
    if (percent > maxPercent)
      yield { what: "traces kept", got: `${percent}%`, wanted: `at most ${maxPercent}%`, fix: "Lower sampleShare." };
    if (!keepsErrors)
      yield { what: "traces with an error", got: "sampled", wanted: "kept", fix: "Add a policy by status code." };
  },
});
