import { isObject, type Properties } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import { Findings } from "./findings.ts";

const CODE = "ValidationException";

/** `PutTargets`. */
export function eventTarget(inputs: Properties): Violation[] {
  const findings = new Findings();
  findings.matches("arn", inputs.arn, /^arn:aws[a-z-]*:[a-z0-9-]+:/, "an ARN", `${CODE}: Parameter Arn is not valid`);
  const retry = isObject(inputs.retryPolicy) ? inputs.retryPolicy : {};
  const age = "retryPolicy.maximumEventAgeInSeconds";
  findings.range(age, retry.maximumEventAgeInSeconds, 60, 86_400, "seconds", CODE);
  findings.range("retryPolicy.maximumRetryAttempts", retry.maximumRetryAttempts, 0, 185, "attempts", CODE);
  return findings.violations;
}
