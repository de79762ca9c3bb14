import { isObject, list, type Properties, text } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import facts from "../data/eks.json" with { type: "json" };
import { checkAccount } from "./eks-add-on.ts";
import { EKS_CODE } from "./eks-cluster.ts";
import { Findings, isGiven } from "./findings.ts";

const PRINCIPAL = /^arn:aws[a-z-]*:iam::\d{12}:(role|user)\/.+$/;
const ROLE = /^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/;

/** `CreateAccessEntry`. */
export function accessEntry(inputs: Properties): Violation[] {
  const findings = new Findings();
  findings.oneOf("type", inputs.type, facts.accessEntryTypes, EKS_CODE);
  const type = text(inputs.type) ?? "STANDARD";
  const standard = type === "STANDARD" || !facts.accessEntryTypes.includes(type);
  findings.matches(
    "principalArn",
    inputs.principalArn,
    standard ? PRINCIPAL : ROLE,
    standard ? "the ARN of an IAM role or user" : "the ARN of an IAM role",
    `${EKS_CODE}: The specified principalArn is invalid`,
  );
  if (!standard)
    for (const key of ["kubernetesGroups", "userName"])
      if (isGiven(inputs[key]))
        findings.refuse(key, "given", `nothing for type ${type}`, `${EKS_CODE}: ${key} cannot be set for this type`);
  for (const [index, group] of list(inputs.kubernetesGroups).entries())
    findings.matches(
      `kubernetesGroups[${index}]`,
      group,
      /^(?!system:|eks:|aws:|amazon:|iam:).+$/,
      "a group without a reserved prefix",
      `${EKS_CODE}: The kubernetes group name is invalid, it cannot start with system:`,
    );
  return findings.violations;
}

/** `AssociateAccessPolicy`. */
export function accessPolicy(inputs: Properties): Violation[] {
  const findings = new Findings();
  const known = text(inputs.policyArn);
  const [, name = ""] = /^arn:aws[a-z-]*:eks::aws:cluster-access-policy\/(.+)$/.exec(known ?? "") ?? [];
  if (known !== undefined && !facts.accessPolicies.includes(name))
    findings.refuse(
      "policyArn",
      known,
      `arn:aws:eks::aws:cluster-access-policy/ and one of ${facts.accessPolicies.join(", ")}`,
      `${EKS_CODE}: The policyArn parameter format is not valid`,
    );
  const scope = isObject(inputs.accessScope) ? inputs.accessScope : {};
  findings.oneOf("accessScope.type", scope.type, ["cluster", "namespace"], EKS_CODE);
  if (text(scope.type) !== undefined && (scope.type === "namespace") !== isGiven(scope.namespaces))
    findings.refuse(
      "accessScope.namespaces",
      scope.namespaces,
      "namespaces where the type is namespace, and only there",
      `${EKS_CODE}: The access scope is invalid`,
    );
  return findings.violations;
}

/** `CreatePodIdentityAssociation`. */
export function podIdentity(inputs: Properties): Violation[] {
  const findings = new Findings();
  checkAccount(findings, "namespace", inputs.namespace);
  checkAccount(findings, "serviceAccount", inputs.serviceAccount);
  findings.matches("roleArn", inputs.roleArn, ROLE, "the ARN of an IAM role", `${EKS_CODE}: Role provided is invalid`);
  return findings.violations;
}
