import type { Tier } from "@pyairtable/plan";
import * as z from "zod";
import { arn, securityGroupId, usd } from "./contract-types.ts";

const tiers = ["critical", "standard", "batch"] as const satisfies readonly Tier[];

/** One service of the platform, by its catalog name. */
export const serviceSchema = z.object({
  arn: arn.describe("ARN of the ECS service"),
  dnsName: z.string().min(1).describe("Name that callers inside the namespace resolve"),
  port: z.int().min(1).max(65535).describe("TCP port at dnsName"),
  url: z
    .string()
    .regex(/^https?:\/\//)
    .describe("Public URL where the load balancer serves it, else the internal one"),
  securityGroupId: securityGroupId.describe("Its own security group; a caller adds an ingress rule here"),
  logGroupName: z.string().min(1).describe("CloudWatch Logs group of its containers"),
  costCenter: z.string().min(1).describe("Cost centre that pays for it"),
  owner: z.string().min(1).describe("Team that answers for it"),
  tier: z.enum(tiers).describe("What its loss means; decides its on-demand floor"),
  monthlyUsd: usd.describe("Planned cost, USD a month"),
  baselineUsd: usd.describe("Cost before the plan, USD a month"),
  availability: z.number().min(0).max(100).describe("Simulated availability under Spot loss, percent"),
  survivesSpotLoss: z.boolean().describe("Its on-demand tasks alone carry its load"),
  spotShare: z.number().min(0).max(1).describe("Share of its vCPU on Fargate Spot, 0 to 1"),
});

export type ServiceOutputs = z.output<typeof serviceSchema>;

/** Key of the services record. */
export const serviceName = z.string().regex(/^[a-z][a-z0-9-]*$/);
