import { ADD_ON_NAMES, type KubernetesMode } from "@pyairtable/plan";
import * as z from "zod";
import { monitoringSchema } from "../contract-monitoring.ts";
import { serviceName } from "../contract-service.ts";
import { usd } from "../contract-types.ts";
import { dnsLabel, kubernetesServiceSchema, labelValue } from "./contract-service.ts";
import { KUBERNETES_CONTRACT_MAJOR, KUBERNETES_CONTRACT_NAME } from "./version.ts";

const modes = ["eks", "existing"] as const satisfies readonly Exclude<KubernetesMode, "off">[];

const addOn = z.object({
  enabled: z.boolean().describe("Installed by this stack"),
  version: z.string().min(1).nullable().describe("Upstream's version; null where nothing is installed from outside"),
  namespace: dnsLabel.nullable().describe("Where it runs; null where it is off or has no pods"),
});

/** The `kubernetes` output. Objects are open: a reader ignores fields that a later minor added. */
export const kubernetesSchema = z.object({
  contract: z.object({
    name: z.literal(KUBERNETES_CONTRACT_NAME).describe("Says that this object is the contract"),
    version: z
      .string()
      .regex(new RegExp(`^${KUBERNETES_CONTRACT_MAJOR}\\.\\d+\\.\\d+$`))
      .describe("Semantic version of its shape"),
  }),
  environment: z.string().min(1).describe("Stack name: dev, prod, …"),
  mode: z.enum(modes).describe("A cluster made here on EKS, or one that was there"),
  cluster: z.object({
    name: z.string().min(1).nullable().describe("EKS cluster; null where the cluster is not ours"),
    region: z.string().min(1).nullable().describe("AWS region of it; null where the cluster is not ours"),
    endpoint: z
      .string()
      .regex(/^https:\/\//)
      .nullable()
      .describe("API server; null where the cluster is not ours"),
    oidcIssuerUrl: z
      .string()
      .regex(/^https:\/\//)
      .nullable()
      .describe("Issuer of service account tokens; null where unknown"),
    context: z.string().min(1).nullable().describe("kubeconfig context of an existing cluster; null: its current one"),
    version: z
      .string()
      .regex(/^1\.\d+$/)
      .describe("Minor version of Kubernetes, e.g. 1.34"),
  }),
  namespaces: z
    .record(
      dnsLabel,
      z.object({
        domain: z.string().min(1).describe("Business domain whose services are in it"),
        owners: z.array(z.string().min(1)).describe("Teams that own them"),
      }),
    )
    .describe("By name"),
  services: z.record(serviceName, kubernetesServiceSchema).describe("By catalog name"),
  // Not an enum of today's add-ons: another one is an addition.
  addOns: z.record(serviceName, addOn).describe(`By name: ${ADD_ON_NAMES.join(", ")}`),
  gitops: z.object({
    labels: z
      .record(z.string().min(1), labelValue)
      .describe("For Argo CD's cluster Secret: what ApplicationSets select clusters by"),
    annotations: z
      .record(z.string().min(1), z.string())
      .describe("For the same Secret: values that their templates take"),
  }),
  monitoring: monitoringSchema,
  cost: z.object({
    currency: z.literal("USD").describe("Of every amount in the contract"),
    baselineUsd: usd.describe("The whole stack before the plan, USD a month"),
    plannedUsd: usd.describe("The whole stack as planned, USD a month"),
    clusterUsd: usd.describe("The part of plannedUsd that the cluster itself costs, whoever runs on it, USD a month"),
    shadowUsd: usd.describe("What pods on somebody else's cluster would cost on nodes of our own: in no sum above"),
    savedPercent: z.number().max(100).describe("1 − planned / baseline, percent; negative where the plan costs more"),
    budgetUsd: usd.describe("Budget of the stack, USD a month"),
    dailyAlertUsd: usd.describe("Daily spend that alerts, USD"),
  }),
  availability: z.object({
    lowest: z.number().min(0).max(100).describe("Lowest simulated availability of a service on Kubernetes, percent"),
    service: z.string().describe("The service that has it"),
    sloMet: z.boolean().describe("True where each of them reaches its own objective"),
  }),
});

export type KubernetesOutputs = z.output<typeof kubernetesSchema>;
