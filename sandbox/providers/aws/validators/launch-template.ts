import { isObject, objects, type Properties } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import { Findings } from "./findings.ts";

const CODE = "InvalidParameterValue";
const VOLUMES = ["gp2", "gp3", "io1", "io2", "sc1", "st1", "standard"];
const TAGGED = [
  "instance",
  "volume",
  "network-interface",
  "spot-instances-request",
  "elastic-gpu",
  "fleet",
  "launch-template",
];

/** `CreateLaunchTemplate`: what `RunInstances` would refuse, found before. */
export function launchTemplate(inputs: Properties): Violation[] {
  const findings = new Findings();
  const metadata = isObject(inputs.metadataOptions) ? inputs.metadataOptions : {};
  findings.oneOf("metadataOptions.httpEndpoint", metadata.httpEndpoint, ["enabled", "disabled"], CODE);
  findings.oneOf("metadataOptions.httpTokens", metadata.httpTokens, ["required", "optional"], CODE);
  const hops = metadata.httpPutResponseHopLimit;
  findings.range("metadataOptions.httpPutResponseHopLimit", hops, 1, 64, "hops", CODE);
  for (const { index, item } of objects(inputs.blockDeviceMappings)) {
    const ebs = isObject(item.ebs) ? item.ebs : {};
    const path = `blockDeviceMappings[${index}].ebs`;
    findings.oneOf(`${path}.volumeType`, ebs.volumeType, VOLUMES, CODE);
    findings.range(`${path}.volumeSize`, ebs.volumeSize, 1, 65_536, "GiB", CODE);
  }
  for (const { index, item } of objects(inputs.tagSpecifications))
    findings.oneOf(`tagSpecifications[${index}].resourceType`, item.resourceType, TAGGED, CODE);
  return findings.violations;
}
