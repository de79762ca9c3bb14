import { isObject, list, numeric, objects, type Properties, text } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import facts from "../data/eks.json" with { type: "json" };
import { EKS_CODE } from "./eks-cluster.ts";
import { Findings, isGiven } from "./findings.ts";

/** Graviton families have a `g` behind the generation. */
const GRAVITON = /^([a-z]+\d+g[a-z]*|a1)\./;

/** `CreateNodegroup`. */
export function nodeGroup(inputs: Properties): Violation[] {
  const findings = new Findings();
  findings.oneOf("amiType", inputs.amiType, facts.amiTypes, EKS_CODE);
  findings.oneOf("capacityType", inputs.capacityType, ["ON_DEMAND", "SPOT", "CAPACITY_BLOCK"], EKS_CODE);
  findings.oneOf("version", inputs.version, facts.kubernetesVersions, EKS_CODE);
  checkScaling(findings, inputs);
  checkArchitecture(findings, inputs);
  checkRelease(findings, inputs);
  checkTemplate(findings, inputs);
  checkUpdate(findings, inputs);
  for (const { index, item } of objects(inputs.taints))
    findings.oneOf(
      `taints[${index}].effect`,
      item.effect,
      ["NO_SCHEDULE", "NO_EXECUTE", "PREFER_NO_SCHEDULE"],
      EKS_CODE,
    );
  return findings.violations;
}

function checkScaling(findings: Findings, { scalingConfig }: Properties): void {
  const scaling = isObject(scalingConfig) ? scalingConfig : {};
  findings.range("scalingConfig.maxSize", scaling.maxSize, 1, 450, "nodes", EKS_CODE);
  findings.range("scalingConfig.minSize", scaling.minSize, 0, 450, "nodes", EKS_CODE);
  const [min, desired, max] = [scaling.minSize, scaling.desiredSize, scaling.maxSize].map((size) => numeric(size));
  if (min === undefined || desired === undefined || max === undefined || (min <= desired && desired <= max)) return;
  findings.refuse(
    "scalingConfig.desiredSize",
    desired,
    `${min} to ${max}, its minimum and maximum`,
    `${EKS_CODE}: desired capacity ${desired} is outside of ${min} to ${max}`,
  );
}

function checkArchitecture(findings: Findings, inputs: Properties): void {
  const ami = text(inputs.amiType);
  if (ami === undefined || ami === "CUSTOM") return;
  const arm = ami.includes("ARM_64");
  for (const [index, type] of list(inputs.instanceTypes).entries()) {
    const known = text(type);
    if (known === undefined || GRAVITON.test(known) === arm) continue;
    findings.refuse(
      `instanceTypes[${index}]`,
      known,
      arm ? "an ARM64 (Graviton) type" : "an x86_64 type",
      `${EKS_CODE}: [${known}] is not a valid instance type for requested amiType ${ami}`,
    );
  }
}

function checkRelease(findings: Findings, inputs: Properties): void {
  const ami = text(inputs.amiType);
  if (ami === undefined || ami === "CUSTOM") return;
  const [pattern, wanted] = ami.startsWith("BOTTLEROCKET")
    ? [/^\d+\.\d+\.\d+-(?!20[2-9]\d[01]\d[0-3]\d$)[0-9a-f]{8}$/, "a Bottlerocket release, such as 1.51.0-47438798"]
    : [/^1\.\d+\.\d+-\d{8}$/, "an EKS AMI release, such as 1.34.2-20251120"];
  findings.matches(
    "releaseVersion",
    inputs.releaseVersion,
    pattern as RegExp,
    wanted as string,
    `${EKS_CODE}: Requested release version is not valid for amiType ${ami}`,
  );
}

/** Disk, key pair and image are the template's where there is one. */
function checkTemplate(findings: Findings, inputs: Properties): void {
  if (!isObject(inputs.launchTemplate)) return;
  findings.exactlyOne(inputs.launchTemplate, ["id", "name"], "launchTemplate", EKS_CODE);
  const own = { diskSize: "Disk size", remoteAccess: "Remote access configuration" };
  for (const [key, what] of Object.entries(own))
    if (isGiven(inputs[key]))
      findings.refuse(
        key,
        "given",
        "nothing beside launchTemplate",
        `${EKS_CODE}: ${what} cannot be specified with it`,
      );
}

function checkUpdate(findings: Findings, { updateConfig }: Properties): void {
  if (!isObject(updateConfig)) return;
  findings.exactlyOne(updateConfig, ["maxUnavailable", "maxUnavailablePercentage"], "updateConfig", EKS_CODE);
  findings.range("updateConfig.maxUnavailable", updateConfig.maxUnavailable, 1, 100, "nodes", EKS_CODE);
  const percent = updateConfig.maxUnavailablePercentage;
  findings.range("updateConfig.maxUnavailablePercentage", percent, 1, 100, "percent", EKS_CODE);
}
