import { objects, type Properties } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import { Findings } from "./findings.ts";
import { checkPolicy } from "./policy-document.ts";

/** Characters without white space (IAM and STS quotas). */
const TRUST_LIMIT = 2048;
const MANAGED_LIMIT = 6144;
const INLINE_LIMIT = 10_240;

export function role(inputs: Properties): Violation[] {
  const findings = new Findings();
  checkPolicy(findings, "assumeRolePolicy", inputs.assumeRolePolicy, "trust", TRUST_LIMIT);
  findings.range("maxSessionDuration", inputs.maxSessionDuration, 3600, 43_200, "seconds", "ValidationError");
  findings.matches(
    "path",
    inputs.path,
    /^\/([!-~]+\/)?$/,
    "a path that begins and ends with /",
    "ValidationError: Invalid path",
  );
  findings.matches(
    "description",
    inputs.description,
    /^[\t\n\r\u0020-\u007E\u00A1-\u00FF]{0,1000}$/,
    "up to 1000 printable characters",
    "ValidationError: Invalid description",
  );
  for (const { index, item } of objects(inputs.inlinePolicies))
    checkPolicy(findings, `inlinePolicies[${index}].policy`, item.policy, "identity", INLINE_LIMIT);
  return findings.violations;
}

export function managedPolicy(inputs: Properties): Violation[] {
  const findings = new Findings();
  checkPolicy(findings, "policy", inputs.policy, "identity", MANAGED_LIMIT);
  return findings.violations;
}

export function inlinePolicy(inputs: Properties): Violation[] {
  const findings = new Findings();
  checkPolicy(findings, "policy", inputs.policy, "identity", INLINE_LIMIT);
  return findings.violations;
}

export function policyAttachment(inputs: Properties): Violation[] {
  const findings = new Findings();
  findings.matches(
    "policyArn",
    inputs.policyArn,
    /^arn:aws[a-z-]*:iam::(aws|\d{12}):policy\/.+$/,
    "the ARN of a managed policy",
    "ValidationError: The policy ARN is not valid",
  );
  return findings.violations;
}
