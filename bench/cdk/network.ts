import { aws_ec2 as ec2, aws_logs as logs, type Stack } from "aws-cdk-lib";
import type { Plan } from "../../packages/plan/index.ts";

/** Three subnets a zone, gateway and interface endpoints, flow logs. */
export function addNetwork(stack: Stack, plan: Plan): ec2.Vpc {
  const { network } = plan;
  const vpc = new ec2.Vpc(stack, "Vpc", {
    ipAddresses: ec2.IpAddresses.cidr(network.cidr),
    availabilityZones: [...plan.zones],
    natGateways: network.nat === "per-zone" ? plan.zones.length : network.nat === "none" ? 0 : 1,
    ...(network.nat === "instance" ? { natGatewayProvider: natInstance() } : {}),
    restrictDefaultSecurityGroup: false,
    subnetConfiguration: [
      { name: "public", subnetType: ec2.SubnetType.PUBLIC },
      {
        name: "private",
        subnetType: network.nat === "none" ? ec2.SubnetType.PRIVATE_ISOLATED : ec2.SubnetType.PRIVATE_WITH_EGRESS,
      },
      { name: "isolated", subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
    ],
    gatewayEndpoints: {
      s3: { service: ec2.GatewayVpcEndpointAwsService.S3 },
      dynamodb: { service: ec2.GatewayVpcEndpointAwsService.DYNAMODB },
    },
  });
  for (const name of network.interfaceEndpoints) {
    vpc.addInterfaceEndpoint(name, { service: new ec2.InterfaceVpcEndpointAwsService(name) });
  }
  if (network.flowLogs.enabled) {
    const logGroup = new logs.LogGroup(stack, "FlowLogs", { retention: network.flowLogs.retentionDays });
    vpc.addFlowLog("Flow", { destination: ec2.FlowLogDestination.toCloudWatchLogs(logGroup) });
  }
  return vpc;
}

function natInstance(): ec2.NatInstanceProviderV2 {
  return ec2.NatProvider.instanceV2({
    instanceType: ec2.InstanceType.of(ec2.InstanceClass.T4G, ec2.InstanceSize.NANO),
    machineImage: ec2.MachineImage.latestAmazonLinux2023({ cpuType: ec2.AmazonLinuxCpuType.ARM_64 }),
  });
}
