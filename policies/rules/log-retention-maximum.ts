import { type Finding, resourceRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const logRetentionMaximum = resourceRule({
  id: "log-retention-maximum",
  title: "Logs expire: retention is set, and no longer than the stack allows.",
  severity: "medium",
  remediation: "Set `retentionInDays`; keep what must stay longer in S3.",
  controls: ["wa:cost"],
  config: { maxDays: amount(90, "Longest retention of a log group, days") },
  types: ["aws:cloudwatch/logGroup:LogGroup"],
  *check({ props }, { maxDays }): Iterable<Finding> {
    const got = props.retentionInDays ?? 0;
    if (got !== 0 && got <= maxDays) return;
    const shown = got === 0 ? "for ever" : got;
    yield { what: "log retention", got: shown, wanted: `1 to ${maxDays} days`, fix: "Set retentionInDays." };
  },
});
