import { DefaultSecurityGroup } from "@pulumi/aws/ec2/index.js";
import { Vpc } from "@pulumi/awsx/ec2/index.js";
import * as pulumi from "@pulumi/pulumi";
import { child, resourceTags } from "../shared/index.ts";
import { type NetworkArgs, normalise } from "./args.ts";
import { createGatewayEndpoints, createInterfaceEndpoints } from "./endpoint-resources.ts";
import { createFlowLogs } from "./flow-log-resources.ts";
import { createNatInstances } from "./nat-instance-resources.ts";
import { vpcArgs } from "./vpc-args.ts";

/**
 * A VPC over two to six zones with public, private and isolated subnets, outbound access by choice, free gateway
 * endpoints, flow logs, and a default security group that lets nothing through.
 * Throws one `UserError` for everything wrong with its args.
 */
export class Network extends pulumi.ComponentResource {
  readonly vpcId: pulumi.Output<string>;
  /** As given, plain: rules and security groups are built from it in preview. */
  readonly cidr: string;
  readonly zones: readonly string[];
  /** One id per zone, in the order of `zones`; so are the two below. */
  readonly publicSubnetIds: pulumi.Output<string[]>;
  readonly privateSubnetIds: pulumi.Output<string[]>;
  readonly isolatedSubnetIds: pulumi.Output<string[]>;
  /** Undefined where there is no interface endpoint. */
  readonly endpointSecurityGroupId: pulumi.Output<string> | undefined;

  constructor(name: string, args: NetworkArgs, opts?: pulumi.ComponentResourceOptions) {
    // Before the component is registered: bad args leave nothing behind.
    const record = normalise(name, args);
    super("pyairtable:network:Network", name, {}, opts);
    const transform = args.transform ?? {};
    const scope = { parent: this, name, record, transform };

    const vpc = new Vpc(...child(transform.vpc, `${name}-vpc`, vpcArgs(record), { parent: this }));
    this.vpcId = vpc.vpcId;
    this.cidr = record.cidr;
    this.zones = record.zones;
    this.publicSubnetIds = vpc.publicSubnetIds;
    this.privateSubnetIds = vpc.privateSubnetIds;
    this.isolatedSubnetIds = vpc.isolatedSubnetIds;

    const locked = { vpcId: vpc.vpcId, tags: resourceTags(record.tags, `${name}-default-closed`) };
    const defaultName = `${name}-default-security-group`;
    new DefaultSecurityGroup(...child(transform.defaultSecurityGroup, defaultName, locked, { parent: this }));
    createGatewayEndpoints(scope, vpc);
    this.endpointSecurityGroupId = createInterfaceEndpoints(scope, vpc);
    if (record.flowLogs.enabled) createFlowLogs(scope, vpc.vpcId);
    createNatInstances(scope, vpc);

    this.registerOutputs({
      vpcId: this.vpcId,
      cidr: this.cidr,
      zones: this.zones,
      publicSubnetIds: this.publicSubnetIds,
      privateSubnetIds: this.privateSubnetIds,
      isolatedSubnetIds: this.isolatedSubnetIds,
      endpointSecurityGroupId: this.endpointSecurityGroupId,
    });
  }
}
