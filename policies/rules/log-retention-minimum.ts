import { type Finding, resourceRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const logRetentionMinimum = resourceRule({
  id: "log-retention-minimum",
  title: "Logs are kept long enough to look back at an incident.",
  severity: "medium",
  remediation: "Raise the retention in the stack's config.",
  controls: ["fsbp:CloudWatch.16"],
  config: { minDays: amount(14, "Shortest retention of a log group, days") },
  types: ["aws:cloudwatch/logGroup:LogGroup"],
  *check({ props }, { minDays }): Iterable<Finding> {
    // 0 and nothing mean for ever: log-retention-maximum looks at those.
    const got = props.retentionInDays ?? 0;
    if (got === 0 || got >= minDays) return;
    yield { what: "log retention", got, wanted: `at least ${minDays} days`, fix: "Raise logRetentionDays." };
  },
});
