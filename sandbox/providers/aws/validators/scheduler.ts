import { isObject, type Properties } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import { Findings } from "./findings.ts";
import { checkSchedule, checkTimeZone } from "./schedule-expression.ts";

const CODE = "ValidationException";

/** EventBridge Scheduler. */
export function schedule(inputs: Properties): Violation[] {
  const findings = new Findings();
  checkSchedule(findings, "scheduleExpression", inputs.scheduleExpression, ["at", "cron", "rate"], CODE);
  checkTimeZone(findings, "scheduleExpressionTimezone", inputs.scheduleExpressionTimezone, CODE);
  const window = isObject(inputs.flexibleTimeWindow) ? inputs.flexibleTimeWindow : {};
  findings.oneOf("flexibleTimeWindow.mode", window.mode, ["OFF", "FLEXIBLE"], CODE);
  if (window.mode === "FLEXIBLE")
    findings.range(
      "flexibleTimeWindow.maximumWindowInMinutes",
      window.maximumWindowInMinutes ?? 0,
      1,
      1440,
      "minutes",
      CODE,
    );
  return findings.violations;
}
