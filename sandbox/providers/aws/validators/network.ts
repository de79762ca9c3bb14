import { zonesOf } from "@pyairtable/aws-facts";
import { contains, overlaps, parseCidr } from "../../awsx/cidr.ts";
import { isUnknown, type Properties, text, type Value } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import { Findings, isGiven } from "./findings.ts";
import type { Context } from "./validator.ts";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const EXTRA_RANGE = "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation";
const SMALLEST_PREFIX = 28;
const LARGEST_PREFIX = 16;

export function vpc(inputs: Properties): Violation[] {
  const findings = new Findings();
  checkBlock(findings, inputs.cidrBlock, "InvalidVpc.Range");
  return findings.violations;
}

/** Size, zone, place inside the VPC, and no overlap with its other subnets. */
export function subnet(inputs: Properties, context: Context): Violation[] {
  const findings = new Findings();
  checkBlock(findings, inputs.cidrBlock, "InvalidSubnet.Range");
  const zones = zonesOf(context.region);
  if (zones.length > 0) findings.oneOf("availabilityZone", inputs.availabilityZone, zones, "InvalidParameterValue");
  const cidr = text(inputs.cidrBlock);
  const block = cidr === undefined ? undefined : parseCidr(cidr);
  const home = vpcOf(inputs.vpcId, context);
  if (block === undefined || home === undefined) return findings.violations;
  const outer = parseCidr(text(home.cidrBlock) ?? "");
  if (outer !== undefined && !home.hasExtraRanges && !contains(outer, block)) {
    findings.refuse(
      "cidrBlock",
      cidr,
      `a block inside the VPC's ${String(home.cidrBlock)}`,
      `InvalidSubnet.Range: The CIDR '${cidr}' is invalid.`,
    );
  }
  for (const [urn, sibling] of siblings(inputs.vpcId, context)) {
    const other = parseCidr(text(sibling.cidrBlock) ?? "");
    if (urn === context.resource.urn || other === undefined || !overlaps(block, other)) continue;
    findings.refuse(
      "cidrBlock",
      cidr,
      `a block that does not overlap ${String(sibling.cidrBlock)}`,
      `InvalidSubnet.Conflict: The CIDR '${cidr}' conflicts with another subnet`,
    );
  }
  return findings.violations;
}

function checkBlock(findings: Findings, value: Value | undefined, code: string): void {
  const cidr = text(value);
  if (cidr === undefined) return;
  const block = parseCidr(cidr);
  if (block === undefined) {
    findings.refuse(
      "cidrBlock",
      cidr,
      "an IPv4 CIDR block without host bits, such as 10.0.0.0/16",
      `InvalidParameterValue: Value (${cidr}) for parameter cidrBlock is invalid. This is not a valid CIDR block.`,
    );
  } else if (block.prefix < LARGEST_PREFIX || block.prefix > SMALLEST_PREFIX) {
    findings.refuse(
      "cidrBlock",
      cidr,
      `a prefix of /${LARGEST_PREFIX} to /${SMALLEST_PREFIX}`,
      `${code}: The CIDR '${cidr}' is invalid.`,
    );
  }
}

/** In a preview ids are unknown: the VPC is then the run's only one, if it has only one. */
function vpcOf(
  vpcId: Value | undefined,
  { run, ledger }: Context,
): { cidrBlock: Value; hasExtraRanges: boolean } | undefined {
  const id = text(vpcId);
  const entry = id === undefined ? undefined : ledger.byHandle(id);
  const inRun = [...run.checkedOf(VPC).values()];
  const inputs = entry?.inputs ?? (isUnknown(vpcId) && inRun.length === 1 ? inRun[0] : undefined);
  if (inputs === undefined) return undefined;
  const stored = ledger.all().some(({ type, inputs: other }) => type === EXTRA_RANGE && other.vpcId === id);
  return { cidrBlock: inputs.cidrBlock ?? null, hasExtraRanges: stored || run.checkedOf(EXTRA_RANGE).size > 0 };
}

function siblings(vpcId: Value | undefined, { run, ledger }: Context): Map<string, Properties> {
  const found = new Map<string, Properties>();
  if (!isUnknown(vpcId))
    for (const { type, urn, inputs } of ledger.all())
      if (type === SUBNET && inputs.vpcId === vpcId) found.set(urn, inputs);
  for (const [urn, inputs] of run.checkedOf(SUBNET)) if (inputs.vpcId === vpcId) found.set(urn, inputs);
  return found;
}

const DESTINATIONS = ["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"];
const TARGETS = [
  "gatewayId",
  "natGatewayId",
  "networkInterfaceId",
  "transitGatewayId",
  "vpcEndpointId",
  "vpcPeeringConnectionId",
  "egressOnlyGatewayId",
  "localGatewayId",
  "carrierGatewayId",
  "coreNetworkArn",
  "odbNetworkArn",
];

export function route(inputs: Properties): Violation[] {
  const findings = new Findings();
  findings.exactlyOne(inputs, DESTINATIONS, "destinationCidrBlock", "InvalidParameterCombination");
  findings.exactlyOne(inputs, TARGETS, "gatewayId", "InvalidParameterCombination");
  const cidr = text(inputs.destinationCidrBlock);
  if (cidr !== undefined && parseCidr(cidr) === undefined)
    findings.refuse(
      "destinationCidrBlock",
      cidr,
      "an IPv4 CIDR block",
      "InvalidParameterValue: This is not a valid CIDR block.",
    );
  return findings.violations;
}

export function natGateway(inputs: Properties): Violation[] {
  const findings = new Findings();
  const isPublic = (inputs.connectivityType ?? "public") === "public" && inputs.availabilityMode !== "regional";
  if (isPublic && !isGiven(inputs.allocationId))
    findings.refuse(
      "allocationId",
      undefined,
      "the allocation id of an Elastic IP",
      "MissingParameter: A public NAT gateway needs an Elastic IP address",
    );
  return findings.violations;
}

export function vpcEndpoint(inputs: Properties, { ledger }: Context): Violation[] {
  const findings = new Findings();
  const kind = inputs.vpcEndpointType ?? "Gateway";
  const service = text(inputs.serviceName);
  if (service !== undefined && kind === "Gateway" && !/\.(s3|dynamodb|s3express)$/.test(service)) {
    findings.refuse(
      "vpcEndpointType",
      kind,
      "Interface",
      `InvalidParameter: The service ${service} does not have a Gateway endpoint`,
    );
  }
  if (kind === "Gateway" && isGiven(inputs.subnetIds))
    findings.refuse(
      "subnetIds",
      inputs.subnetIds,
      "none",
      "InvalidParameter: subnetIds cannot be set for a Gateway endpoint",
    );
  if (kind === "Interface" && isGiven(inputs.routeTableIds))
    findings.refuse(
      "routeTableIds",
      inputs.routeTableIds,
      "none",
      "InvalidParameter: routeTableIds cannot be set for an Interface endpoint",
    );
  const home = ledger.byHandle(text(inputs.vpcId) ?? "")?.inputs;
  const resolves = home === undefined || (home.enableDnsHostnames === true && home.enableDnsSupport !== false);
  if (kind === "Interface" && inputs.privateDnsEnabled === true && !resolves) {
    findings.refuse(
      "privateDnsEnabled",
      true,
      "a VPC with enableDnsHostnames and enableDnsSupport",
      "InvalidParameter: Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true",
    );
  }
  return findings.violations;
}
