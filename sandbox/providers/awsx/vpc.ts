import { InternetGateway } from "@pulumi/aws/ec2/internetGateway.js";
import { Vpc as AwsVpc } from "@pulumi/aws/ec2/vpc.js";
import { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint.js";
import { getAvailabilityZones } from "@pulumi/aws/getAvailabilityZones.js";
import * as pulumi from "@pulumi/pulumi";
import { type LaidSubnet, layOut, type SubnetSpec, type SubnetStrategy } from "./layout.ts";
import { createSubnets, type NatStrategy, type Tags } from "./subnets.ts";

/** Arguments of `awsx:ec2:Vpc` 3.x that decide what is made; all others go to the VPC as they are. */
export interface VpcArgs {
  readonly cidrBlock?: string;
  readonly availabilityZoneNames?: readonly string[];
  readonly numberOfAvailabilityZones?: number;
  readonly availabilityZoneCidrMask?: number;
  readonly natGateways?: {
    readonly strategy: NatStrategy;
    readonly elasticIpAllocationIds?: readonly pulumi.Input<string>[];
  };
  readonly subnetSpecs?: readonly SubnetSpec[];
  readonly subnetStrategy?: SubnetStrategy;
  readonly vpcEndpointSpecs?: readonly EndpointSpec[];
  readonly vpcEndpointStrategy?: "Legacy" | "Auto";
  readonly region?: pulumi.Input<string>;
  readonly tags?: Tags;
  readonly enableDnsHostnames?: pulumi.Input<boolean>;
  readonly enableDnsSupport?: pulumi.Input<boolean>;
  readonly instanceTenancy?: pulumi.Input<string>;
  readonly enableNetworkAddressUsageMetrics?: pulumi.Input<boolean>;
}

interface EndpointSpec {
  readonly serviceName: string;
  readonly vpcEndpointType?: string;
  readonly tags?: Tags;
  readonly [argument: string]: unknown;
}

const DEFAULT_CIDR = "10.0.0.0/16";
const DEFAULT_ZONES = 3;

/** The VPC component: VPC, internet gateway, and per zone subnets with route tables, NAT and endpoints. */
export class Vpc extends pulumi.ComponentResource {
  readonly #name: string;

  constructor(name: string, opts: pulumi.ComponentResourceOptions) {
    super("awsx:ec2:Vpc", name, {}, opts);
    this.#name = name;
  }

  /** Makes all children and registers its outputs; returns them. Rejects on arguments that don't fit together. */
  async build(args: VpcArgs): Promise<pulumi.Inputs> {
    const name = this.#name;
    const zones = await zonesOf(args, this);
    const cidrBlock = args.cidrBlock ?? DEFAULT_CIDR;
    const { subnets, resolved } = layOut({
      vpcName: name,
      vpcCidr: cidrBlock,
      zones,
      strategy: args.subnetStrategy ?? "Legacy",
      ...(args.subnetSpecs === undefined ? {} : { specs: args.subnetSpecs }),
      ...(args.availabilityZoneCidrMask === undefined ? {} : { zoneMask: args.availabilityZoneCidrMask }),
    });
    const natStrategy = args.natGateways?.strategy ?? (needsNat(subnets) ? "OnePerAz" : "None");
    requireAddresses(natStrategy, args.natGateways?.elasticIpAllocationIds ?? [], zones.length);
    const tags: Tags = { Name: name, ...args.tags };
    const vpc = new AwsVpc(name, { ...args, cidrBlock, tags }, { parent: this });
    const own = { parent: vpc, dependsOn: [vpc] };
    const region = args.region === undefined ? {} : { region: args.region };
    const internetGateway = new InternetGateway(name, { ...region, vpcId: vpc.id, tags }, own);
    const made = createSubnets({ name, vpc, internetGateway, subnets, zones, natStrategy, args, tags });
    const vpcEndpoints = (args.vpcEndpointSpecs ?? []).map((spec) => {
      const attached = args.vpcEndpointStrategy === "Auto" ? attachments(spec, made) : {};
      const endpoint = { ...region, ...attached, ...spec, vpcId: vpc.id, tags: { ...tags, ...spec.tags } };
      return new VpcEndpoint(spec.serviceName, endpoint, own);
    });
    const subnetLayout = resolved.map(({ tags: _, ...rest }) => rest);
    const outputs = { vpc, vpcId: vpc.id, internetGateway, ...made, vpcEndpoints, subnetLayout };
    this.registerOutputs(outputs);
    return outputs;
  }
}

async function zonesOf(args: VpcArgs, parent: pulumi.Resource): Promise<readonly string[]> {
  if (args.availabilityZoneNames !== undefined) {
    if (args.numberOfAvailabilityZones === undefined) return args.availabilityZoneNames;
    throw new Error("Only one of [availabilityZoneNames] and [numberOfAvailabilityZones] can be specified");
  }
  const { names } = await getAvailabilityZones({ state: "available" }, { parent });
  const wanted = args.numberOfAvailabilityZones ?? DEFAULT_ZONES;
  if (names.length >= wanted) return names.slice(0, wanted);
  throw new Error(
    `The region has ${names.length} availability zones (${names.join(", ")}), but ${wanted} were asked for.`,
  );
}

/** Private subnets reach out through public ones: by default only where there are both. */
function needsNat(subnets: readonly LaidSubnet[]): boolean {
  const types = new Set(subnets.map(({ spec }) => spec.type));
  return types.has("Public") && types.has("Private");
}

function requireAddresses(strategy: NatStrategy, ids: readonly unknown[], zones: number): void {
  const wanted = { None: 0, Single: 1, OnePerAz: zones }[strategy];
  if (wanted === undefined) throw new Error(`natGateways.strategy: "${strategy}" is none of None, Single, OnePerAz`);
  if (ids.length === 0 || ids.length === wanted) return;
  throw new Error(
    `natGateways.elasticIpAllocationIds: strategy ${strategy} wants ${wanted} Elastic IPs, got ${ids.length}`,
  );
}

function attachments(spec: EndpointSpec, made: ReturnType<typeof createSubnets>): Record<string, unknown> {
  const isInterface = (spec.vpcEndpointType ?? "Gateway").toLowerCase() === "interface";
  if (!isInterface) return { routeTableIds: made.routeTables.map(({ id }) => id) };
  const preferred = [made.privateSubnetIds, made.isolatedSubnetIds, made.publicSubnetIds].find((ids) => ids.length > 0);
  return { subnetIds: preferred ?? [], privateDnsEnabled: true };
}
