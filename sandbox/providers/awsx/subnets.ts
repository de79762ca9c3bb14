import { Eip } from "@pulumi/aws/ec2/eip.js";
import type { InternetGateway } from "@pulumi/aws/ec2/internetGateway.js";
import { NatGateway } from "@pulumi/aws/ec2/natGateway.js";
import { Route } from "@pulumi/aws/ec2/route.js";
import { RouteTable } from "@pulumi/aws/ec2/routeTable.js";
import { RouteTableAssociation } from "@pulumi/aws/ec2/routeTableAssociation.js";
import { Subnet } from "@pulumi/aws/ec2/subnet.js";
import type { Vpc } from "@pulumi/aws/ec2/vpc.js";
import type * as pulumi from "@pulumi/pulumi";
import type { LaidSubnet, SubnetType } from "./layout.ts";
import type { VpcArgs } from "./vpc.ts";

export type NatStrategy = "None" | "Single" | "OnePerAz";
export type Tags = Readonly<Record<string, pulumi.Input<string>>>;

export interface SubnetRequest {
  readonly name: string;
  readonly vpc: Vpc;
  readonly internetGateway: InternetGateway;
  readonly subnets: readonly LaidSubnet[];
  readonly zones: readonly string[];
  readonly natStrategy: NatStrategy;
  readonly args: VpcArgs;
  readonly tags: Tags;
}

/** Public subnets come first in a zone, as the NAT gateway in them is what the private ones route to. */
const CREATION_ORDER: readonly SubnetType[] = ["Public", "Private", "Isolated"];
const EVERYWHERE = "0.0.0.0/0";

/** Subnets, route tables, routes and NAT gateways of all zones, in order of zone. */
export function createSubnets(request: SubnetRequest) {
  const { vpc, internetGateway, natStrategy, args, tags } = request;
  const region = args.region === undefined ? {} : { region: args.region };
  const made = {
    subnets: [] as Subnet[],
    publicSubnets: [] as Subnet[],
    privateSubnets: [] as Subnet[],
    isolatedSubnets: [] as Subnet[],
    routeTables: [] as RouteTable[],
    routeTableAssociations: [] as RouteTableAssociation[],
    routes: [] as Route[],
    natGateways: [] as NatGateway[],
    eips: [] as Eip[],
  };

  for (const [zoneIndex, zone] of request.zones.entries()) {
    const inZone = request.subnets.filter((laid) => laid.zone === zone);
    inZone.sort((a, b) => CREATION_ORDER.indexOf(a.spec.type) - CREATION_ORDER.indexOf(b.spec.type));
    for (const { spec, resourceName, cidrBlock } of inZone) {
      const own = { ...tags, ...spec.tags, Name: resourceName, SubnetType: spec.type };
      const subnet = new Subnet(
        resourceName,
        {
          ...region,
          vpcId: vpc.id,
          availabilityZone: zone,
          cidrBlock,
          mapPublicIpOnLaunch: spec.type === "Public",
          assignIpv6AddressOnCreation: spec.assignIpv6AddressOnCreation ?? false,
          tags: own,
        },
        { parent: vpc, dependsOn: [vpc] },
      );
      made.subnets.push(subnet);
      listOf(made, spec.type).push(subnet);
      const below = { parent: subnet, dependsOn: [subnet] };
      const tableTags = { ...tags, Name: resourceName, SubnetType: spec.type };
      const table = new RouteTable(resourceName, { ...region, vpcId: vpc.id, tags: tableTags }, below);
      made.routeTables.push(table);
      const underTable = { parent: table, dependsOn: [table] };
      made.routeTableAssociations.push(
        new RouteTableAssociation(resourceName, { ...region, routeTableId: table.id, subnetId: subnet.id }, underTable),
      );
      if (spec.type === "Public" && wantsNat(natStrategy, made.natGateways.length, zoneIndex))
        addNat(request, made, zoneIndex, subnet);
      const target = routeTarget(spec.type, natStrategy, made.natGateways, zoneIndex, internetGateway);
      if (target === undefined) continue;
      made.routes.push(
        new Route(
          resourceName,
          { ...region, routeTableId: table.id, destinationCidrBlock: EVERYWHERE, ...target },
          underTable,
        ),
      );
    }
  }
  return {
    ...made,
    publicSubnetIds: made.publicSubnets.map(({ id }) => id),
    privateSubnetIds: made.privateSubnets.map(({ id }) => id),
    isolatedSubnetIds: made.isolatedSubnets.map(({ id }) => id),
  };
}

interface Made {
  readonly publicSubnets: Subnet[];
  readonly privateSubnets: Subnet[];
  readonly isolatedSubnets: Subnet[];
  readonly natGateways: NatGateway[];
  readonly eips: Eip[];
}

function listOf(made: Made, type: SubnetType): Subnet[] {
  return type === "Public" ? made.publicSubnets : type === "Private" ? made.privateSubnets : made.isolatedSubnets;
}

/** One gateway in a zone at most, whatever number of public subnets it has. */
function wantsNat(strategy: NatStrategy, existing: number, zoneIndex: number): boolean {
  return strategy === "OnePerAz" ? existing === zoneIndex : strategy === "Single" && existing === 0;
}

function addNat({ name, args }: SubnetRequest, made: Made, zoneIndex: number, subnet: Subnet): void {
  const resourceName = `${name}-${zoneIndex + 1}`;
  const region = args.region === undefined ? {} : { region: args.region };
  const tags = { ...args.tags, Name: resourceName };
  const below = { parent: subnet, dependsOn: [subnet] };
  let allocationId = args.natGateways?.elasticIpAllocationIds?.[zoneIndex];
  if (allocationId === undefined) {
    const eip = new Eip(resourceName, { ...region, tags }, below);
    made.eips.push(eip);
    allocationId = eip.allocationId;
  }
  made.natGateways.push(new NatGateway(resourceName, { ...region, subnetId: subnet.id, allocationId, tags }, below));
}

function routeTarget(
  type: SubnetType,
  strategy: NatStrategy,
  natGateways: readonly NatGateway[],
  zoneIndex: number,
  internetGateway: InternetGateway,
): { gatewayId: pulumi.Output<string> } | { natGatewayId: pulumi.Output<string> } | undefined {
  if (type === "Public") return { gatewayId: internetGateway.id };
  if (type !== "Private" || strategy === "None") return undefined;
  const nat = strategy === "Single" ? natGateways[0] : natGateways[zoneIndex];
  if (nat === undefined)
    throw new Error(
      `natGateways.strategy: ${strategy} needs a public subnet in each zone for the private ones to route to`,
    );
  return { natGatewayId: nat.id };
}
