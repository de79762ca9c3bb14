import * as z from "zod";
import { monitoringSchema } from "./contract-monitoring.ts";
import { serviceName, serviceSchema } from "./contract-service.ts";
import { arn, securityGroupId, subnetIds, usd } from "./contract-types.ts";
import { CONTRACT_MAJOR, CONTRACT_NAME } from "./version.ts";

/** The `platform` output. Objects are open: a reader ignores fields that a later minor added. */
export const platformSchema = z.object({
  contract: z.object({
    name: z.literal(CONTRACT_NAME).describe("Says that this object is the contract"),
    version: z
      .string()
      .regex(new RegExp(`^${CONTRACT_MAJOR}\\.\\d+\\.\\d+$`))
      .describe("Semantic version of its shape"),
  }),
  environment: z.string().min(1).describe("Stack name: dev, prod, …"),
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/)
    .describe("AWS region"),
  network: z.object({
    vpcId: z.string().regex(/^vpc-/).describe("The platform's VPC"),
    cidr: z
      .string()
      .regex(/^\d+\.\d+\.\d+\.\d+\/\d+$/)
      .describe("Its IPv4 block; a peer must not overlap it"),
    publicSubnetIds: subnetIds.min(1).describe("Load balancers and NAT only"),
    privateSubnetIds: subnetIds.min(1).describe("Tasks; outbound through NAT"),
    isolatedSubnetIds: subnetIds.describe("Databases; no way out. Empty where the platform makes none"),
  }),
  cluster: z.object({
    name: z.string().min(1).describe("ECS cluster, as CloudWatch's ClusterName dimension wants it"),
    arn: arn.describe("ARN of the ECS cluster"),
    namespaceArn: arn.describe("Cloud Map namespace to give to Service Connect"),
    namespaceName: z.string().min(1).describe("Its DNS name"),
  }),
  edge: z.object({
    dnsName: z.string().min(1).describe("The load balancer's own DNS name; point an alias here"),
    url: z
      .string()
      .regex(/^https:\/\//)
      .describe("Public address of the platform"),
    httpsListenerArn: arn.describe("Listener on which other programs may add rules"),
    securityGroupId: securityGroupId.describe("The load balancer's security group"),
  }),
  services: z.record(serviceName, serviceSchema).describe("By catalog name"),
  monitoring: monitoringSchema,
  cost: z.object({
    currency: z.literal("USD").describe("Of every amount in the contract"),
    baselineUsd: usd.describe("The state before the plan, USD a month"),
    plannedUsd: usd.describe("The plan, USD a month, shared parts included"),
    savedPercent: z.number().max(100).describe("1 − planned / baseline, percent; negative where the plan costs more"),
    budgetUsd: usd.describe("Budget of the stack, USD a month"),
    dailyAlertUsd: usd.describe("Daily spend that alerts, USD"),
  }),
  availability: z.object({
    lowest: z.number().min(0).max(100).describe("Lowest simulated availability of any service, percent"),
    service: z.string().describe("The service that has it"),
    sloMet: z.boolean().describe("True where every service reaches its own objective"),
  }),
});

export type PlatformOutputs = z.output<typeof platformSchema>;
export type { ServiceOutputs } from "./contract-service.ts";
