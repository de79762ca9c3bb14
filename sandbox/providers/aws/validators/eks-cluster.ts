import { isObject, list, type Properties, text, type Value } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import facts from "../data/eks.json" with { type: "json" };
import { Findings } from "./findings.ts";
import type { Context } from "./validator.ts";

export const EKS_CODE = "InvalidParameterException";
const PRIVATE = /^(10\.|172\.(1[6-9]|2\d|3[01])\.|192\.168\.)/;
const CIDR = /^(\d{1,3}\.){3}\d{1,3}\/(\d|[12]\d|3[0-2])$/;

/** `CreateCluster` and `UpdateClusterVersion`. */
export function eksCluster(inputs: Properties, { ledger, resource }: Context): Violation[] {
  const findings = new Findings();
  findings.oneOf("version", inputs.version, facts.kubernetesVersions, `${EKS_CODE}: unsupported Kubernetes version`);
  checkStep(findings, inputs.version, ledger.byUrn(resource.urn)[0]?.inputs.version);
  checkVpc(findings, isObject(inputs.vpcConfig) ? inputs.vpcConfig : {});
  for (const [index, kind] of list(inputs.enabledClusterLogTypes).entries())
    findings.oneOf(`enabledClusterLogTypes[${index}]`, kind, facts.logTypes, EKS_CODE);
  const access = isObject(inputs.accessConfig) ? inputs.accessConfig : {};
  const modes = ["API", "API_AND_CONFIG_MAP", "CONFIG_MAP"];
  findings.oneOf("accessConfig.authenticationMode", access.authenticationMode, modes, EKS_CODE);
  const upgrade = isObject(inputs.upgradePolicy) ? inputs.upgradePolicy : {};
  findings.oneOf("upgradePolicy.supportType", upgrade.supportType, ["STANDARD", "EXTENDED"], EKS_CODE);
  checkEncryption(findings, inputs.encryptionConfig);
  checkServiceCidr(findings, inputs.kubernetesNetworkConfig);
  return findings.violations;
}

/** A control plane goes up one minor version at a time, and never down. */
function checkStep(findings: Findings, next: Value | undefined, before: Value | undefined): void {
  const [from, to] = [minorOf(before), minorOf(next)];
  if (from === undefined || to === undefined || to === from || to === from + 1) return;
  findings.refuse(
    "version",
    text(next),
    `1.${from} or 1.${from + 1}`,
    `${EKS_CODE}: Unsupported Kubernetes minor version update from 1.${from} to 1.${to}`,
  );
}

function minorOf(version: Value | undefined): number | undefined {
  const [, minor] = /^1\.(\d+)$/.exec(text(version) ?? "") ?? [];
  return minor === undefined ? undefined : Number(minor);
}

function checkVpc(findings: Findings, vpc: Properties): void {
  const subnets = Array.isArray(vpc.subnetIds) ? vpc.subnetIds.length : undefined;
  if (subnets !== undefined && subnets < 2)
    findings.refuse(
      "vpcConfig.subnetIds",
      subnets,
      "subnets of at least two zones",
      `${EKS_CODE}: Subnets specified must be in at least two different AZs`,
    );
  if (vpc.endpointPublicAccess === false && vpc.endpointPrivateAccess !== true && isSettled(vpc.endpointPrivateAccess))
    findings.refuse(
      "vpcConfig.endpointPrivateAccess",
      vpc.endpointPrivateAccess,
      "true where the public endpoint is off",
      `${EKS_CODE}: Private and public endpoint access cannot be false`,
    );
  for (const [index, cidr] of list(vpc.publicAccessCidrs).entries()) {
    const known = text(cidr);
    if (known === undefined || (CIDR.test(known) && !PRIVATE.test(known))) continue;
    findings.refuse(
      `vpcConfig.publicAccessCidrs[${index}]`,
      known,
      "a public IPv4 block",
      `${EKS_CODE}: The following CIDRs are invalid in publicAccessCidrs: [${known}]`,
    );
  }
}

function isSettled(value: Value | undefined): boolean {
  return value === undefined || typeof value === "boolean";
}

function checkEncryption(findings: Findings, config: Value | undefined): void {
  if (!isObject(config)) return;
  for (const [index, resource] of list(config.resources).entries())
    findings.oneOf(`encryptionConfig.resources[${index}]`, resource, ["secrets"], EKS_CODE);
  const provider = isObject(config.provider) ? config.provider : {};
  findings.matches(
    "encryptionConfig.provider.keyArn",
    provider.keyArn,
    /^arn:aws[a-z-]*:kms:[^:]+:\d{12}:key\/.+$/,
    "the ARN of a key, not of an alias",
    `${EKS_CODE}: invalid keyArn`,
  );
}

function checkServiceCidr(findings: Findings, config: Value | undefined): void {
  if (!isObject(config)) return;
  const cidr = text(config.serviceIpv4Cidr);
  if (cidr === undefined) return;
  const prefix = Number(cidr.slice(cidr.indexOf("/") + 1));
  if (CIDR.test(cidr) && PRIVATE.test(cidr) && prefix >= 12 && prefix <= 24) return;
  findings.refuse(
    "kubernetesNetworkConfig.serviceIpv4Cidr",
    cidr,
    "a private block of /12 to /24",
    `${EKS_CODE}: The specified service CIDR is invalid`,
  );
}
