import { ADD_ON_NAMES, type AddOnName } from "@pyairtable/plan";
import { z } from "zod";
import { DEFAULTS } from "./defaults.ts";
import { reason } from "./parts.ts";

const DEFAULT = DEFAULTS.kubernetes;
const labelValue = z.string().regex(/^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/);

const ADD_ON_WORDS: Readonly<Record<AddOnName, string>> = {
  "argo-cd": "Argo CD, for teams that deploy by GitOps",
  "external-secrets": "External Secrets: secrets from the secret store",
  karpenter: "Karpenter: nodes that follow the pods (EKS only)",
  keda: "KEDA: replicas that follow queues and the clock",
  "metrics-server": "metrics-server: CPU and memory for the autoscalers",
  "network-policy-baseline": "Default-deny network policies for the add-ons themselves",
  "prometheus-operator": "Resource types of the Prometheus Operator, for ServiceMonitors",
  "vertical-pod-autoscaler": "Vertical Pod Autoscaler: recommends sizes",
};

const addOnsSchema = z
  .strictObject(
    Object.fromEntries(
      ADD_ON_NAMES.map((name) => [name, z.boolean().default(DEFAULT.addOns[name]).describe(ADD_ON_WORDS[name])]),
    ) as Record<AddOnName, z.ZodDefault<z.ZodBoolean>>,
  )
  .extend({
    "metrics-server": z
      .union([z.boolean(), z.literal("theirs")])
      .default(DEFAULT.addOns["metrics-server"])
      .describe(`${ADD_ON_WORDS["metrics-server"]}; "theirs" where the cluster has it already`),
  });

const quotaSchema = z.strictObject({
  cpuMillicores: z.number().int().min(1).max(10_000_000).describe("CPU its pods may request, millicores"),
  memoryMiB: z.number().int().min(1).max(100_000_000).describe("Memory its pods may request, MiB"),
  pods: z.number().int().min(1).max(10_000).describe("Pods"),
});

export const kubernetesSchema = z.strictObject({
  mode: z.enum(["eks", "existing", "off"]).default(DEFAULT.mode).describe("Where Kubernetes comes from"),
  why: reason.default(DEFAULT.why).describe("Reason for the choice, shown in the plan"),
  version: z
    .string()
    .regex(/^1\.\d{2}$/)
    .default(DEFAULT.version)
    .describe("Minor version of the control plane, e.g. 1.34"),
  services: z
    .union([z.enum(["catalog", "all"]), z.array(z.string()).min(1)])
    .default(DEFAULT.services)
    .describe("Who runs there: as the catalog says, all, or also those listed"),
  admins: z
    .array(z.string().regex(/^arn:aws[a-z-]*:iam::\d{12}:(role|user)\/[\w+=,.@/-]+$/))
    .default([...DEFAULT.admins])
    .describe("Roles and users who administer the cluster, by ARN; whoever runs Pulumi is one of them (EKS only)"),
  context: z.string().min(1).max(253).nullable().default(DEFAULT.context).describe("kubeconfig context; null: current"),
  ingressClass: z
    .string()
    .regex(/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/)
    .nullable()
    .default(DEFAULT.ingressClass)
    .describe("Class of the Ingress of public services; null: none is made"),
  capacityLabel: z
    .strictObject({
      key: z
        .string()
        .regex(/^([a-z0-9][a-z0-9.-]{0,252}\/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/)
        .describe("Node label that tells Spot from on demand"),
      spot: labelValue.describe("Its value on Spot nodes"),
      onDemand: labelValue.describe("Its value on the others"),
    })
    .nullable()
    .default(DEFAULT.capacityLabel)
    .describe("How nodes say whether they are Spot; null: Karpenter's labels"),
  addOns: addOnsSchema.prefault({}).describe("What is installed beside the services"),
  gitOps: z
    .strictObject({
      host: z.string().min(1).max(253).describe("DNS name of Argo CD's interface"),
      repository: z
        .string()
        .regex(/^(https:\/\/|ssh:\/\/|git@)\S+$/)
        .describe("Repository it deploys from, in full"),
      revision: z.string().min(1).max(200).describe("Branch, tag or commit; never HEAD"),
      path: z
        .string()
        .regex(/^(?!\/)\S*\{service\}\S*$/)
        .default("services/{service}/{environment}")
        .describe("Folder of a service; {service} and {environment} are filled in"),
      owners: z.array(z.string()).default([]).describe("Teams whose services Argo CD deploys instead of this program"),
    })
    .nullable()
    .default(DEFAULT.gitOps)
    .describe("What Argo CD deploys; needed where the add-on is on"),
  system: z
    .strictObject({
      instanceType: z
        .string()
        .regex(/^[a-z]\d+g[a-z]*\.[a-z0-9]+$/)
        .default(DEFAULT.system.instanceType)
        .describe("ARM64 instance type of the nodes for system pods, e.g. t4g.medium"),
      count: z.number().int().min(1).max(9).default(DEFAULT.system.count).describe("How many of them"),
    })
    .prefault({})
    .describe("Nodes for system pods (EKS only)"),
  quotas: z
    .record(z.string(), quotaSchema)
    .default(DEFAULT.quotas)
    .describe("By domain: a quota instead of the one computed from its services"),
});
