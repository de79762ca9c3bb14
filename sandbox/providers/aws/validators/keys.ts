import { isObject, list, objects, type Properties } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import { Findings, parseJson } from "./findings.ts";
import { checkPolicy } from "./policy-document.ts";

const POLICY_LIMIT = 32_768;
const WAITING_DAYS_MINIMUM = 7;
const WAITING_DAYS_MAXIMUM = 30;

export function kmsKey(inputs: Properties): Violation[] {
  const findings = new Findings();
  findings.range(
    "deletionWindowInDays",
    inputs.deletionWindowInDays,
    WAITING_DAYS_MINIMUM,
    WAITING_DAYS_MAXIMUM,
    "days",
    "ValidationException",
  );
  findings.range("rotationPeriodInDays", inputs.rotationPeriodInDays, 90, 2560, "days", "ValidationException");
  if (inputs.policy === undefined) return findings.violations;
  checkPolicy(findings, "policy", inputs.policy, "resource", POLICY_LIMIT);
  const document = parseJson(new Findings(), "policy", inputs.policy, "");
  if (isObject(document) && !objects(document.Statement).some(({ item }) => letsSomeoneAdminister(item))) {
    const message =
      "MalformedPolicyDocumentException: The new key policy will not allow you to update the key policy in the future.";
    findings.refuse(
      "policy",
      "no such statement",
      "a statement that allows kms:* or kms:PutKeyPolicy to the account or a role",
      message,
    );
  }
  return findings.violations;
}

function letsSomeoneAdminister(statement: Properties): boolean {
  const actions = Array.isArray(statement.Action) ? list(statement.Action) : [statement.Action];
  const principal = isObject(statement.Principal) ? statement.Principal.AWS : statement.Principal;
  return (
    statement.Effect === "Allow" &&
    principal !== undefined &&
    actions.some((action) => /^(\*|kms:(\*|Put\*|PutKeyPolicy))$/.test(String(action)))
  );
}

export function secret(inputs: Properties): Violation[] {
  const findings = new Findings();
  const days = inputs.recoveryWindowInDays;
  if (days !== 0)
    findings.range(
      "recoveryWindowInDays",
      days,
      WAITING_DAYS_MINIMUM,
      WAITING_DAYS_MAXIMUM,
      "days, or 0 for none",
      "InvalidParameterException",
    );
  return findings.violations;
}
