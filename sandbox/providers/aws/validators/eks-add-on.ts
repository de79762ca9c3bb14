import { isObject, objects, type Properties, text } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import facts from "../data/eks.json" with { type: "json" };
import { EKS_CODE } from "./eks-cluster.ts";
import { Findings, isGiven, parseJson } from "./findings.ts";

/** `CreateAddon`. */
export function addOn(inputs: Properties): Violation[] {
  const findings = new Findings();
  const unknown = `${EKS_CODE}: Addon specified is not supported`;
  findings.oneOf("addonName", inputs.addonName, facts.addOns, unknown);
  findings.matches(
    "addonVersion",
    inputs.addonVersion,
    /^v\d+\.\d+\.\d+-eksbuild\.\d+$/,
    "a version of the add-on, such as v1.12.4-eksbuild.1",
    `${EKS_CODE}: Addon version specified is not supported`,
  );
  findings.oneOf("resolveConflictsOnCreate", inputs.resolveConflictsOnCreate, ["NONE", "OVERWRITE"], EKS_CODE);
  const onUpdate = ["NONE", "OVERWRITE", "PRESERVE"];
  findings.oneOf("resolveConflictsOnUpdate", inputs.resolveConflictsOnUpdate, onUpdate, EKS_CODE);
  checkConfiguration(findings, inputs);
  if (isGiven(inputs.serviceAccountRoleArn) && isGiven(inputs.podIdentityAssociations))
    findings.refuse(
      "podIdentityAssociations",
      "given",
      "one of serviceAccountRoleArn and podIdentityAssociations",
      `${EKS_CODE}: an add-on takes its role by service account or by pod identity`,
    );
  for (const { index, item } of objects(inputs.podIdentityAssociations))
    checkAccount(findings, `podIdentityAssociations[${index}].serviceAccount`, item.serviceAccount);
  return findings.violations;
}

export function checkAccount(findings: Findings, path: string, value: Properties[string] | undefined): void {
  findings.matches(
    path,
    value,
    /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/,
    "a Kubernetes name of lower case letters, digits and -",
    `${EKS_CODE}: invalid name`,
  );
}

/** The settings are checked against the add-on's schema; of vpc-cni's, switches are words. */
function checkConfiguration(findings: Findings, inputs: Properties): void {
  const known = text(inputs.configurationValues);
  if (known === undefined || !known.trimStart().startsWith("{")) return;
  const values = parseJson(
    findings,
    "configurationValues",
    known,
    `${EKS_CODE}: ConfigurationValue is not in JSON or YAML`,
  );
  if (!isObject(values) || inputs.addonName !== "vpc-cni") return;
  const policy = values.enableNetworkPolicy;
  if (policy === undefined || policy === "true" || policy === "false") return;
  findings.refuse(
    "configurationValues.enableNetworkPolicy",
    policy,
    'the text "true" or "false"',
    `${EKS_CODE}: ConfigurationValue provided in request is not supported`,
  );
}
