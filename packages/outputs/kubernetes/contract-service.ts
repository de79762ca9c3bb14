import type { Tier } from "@pyairtable/plan";
import * as z from "zod";
import { usd } from "../contract-types.ts";

const tiers = ["critical", "standard", "batch"] as const satisfies readonly Tier[];

export const dnsLabel = z
  .string()
  .max(63)
  .regex(/^[a-z]([-a-z0-9]*[a-z0-9])?$/);
export const labelValue = z.string().max(63);

/** One service on Kubernetes, by its catalog name. */
export const kubernetesServiceSchema = z.object({
  namespace: dnsLabel.describe("Namespace of its objects"),
  dnsName: z.string().min(1).describe("Name of its Service anywhere in the cluster"),
  port: z.int().min(1).max(65535).describe("TCP port at dnsName"),
  url: z
    .string()
    .regex(/^https?:\/\//)
    .describe("Public URL where an Ingress serves it, else the one inside the cluster"),
  serviceAccount: dnsLabel.describe("ServiceAccount of its pods; a peer's policy may name it"),
  selectorLabels: z
    .record(z.string().min(1), labelValue)
    .describe("Labels that select its pods: a network policy's podSelector, beside the namespace's"),
  costCenter: z.string().min(1).describe("Cost centre that pays for it"),
  owner: z.string().min(1).describe("Team that answers for it"),
  tier: z.enum(tiers).describe("What its loss means"),
  monthlyUsd: usd.describe("Planned cost on this bill, USD a month; 0 on somebody else's cluster"),
  shadowUsd: usd.describe("What its pods would cost on nodes of our own where they cost nothing here, USD a month"),
  baselineUsd: usd.describe("Cost before the plan, USD a month"),
  availability: z.number().min(0).max(100).describe("Simulated availability under Spot loss, percent"),
  survivesSpotLoss: z.boolean().describe("Its pods on on-demand nodes alone carry its load"),
  spotShare: z.number().min(0).max(1).describe("Share of its vCPU on Spot nodes, 0 to 1"),
});

export type KubernetesServiceOutputs = z.output<typeof kubernetesServiceSchema>;
