import { LABEL_PREFIX } from "@pyairtable/kubernetes-facts";
import type { Architecture, NodePoolPlan } from "@pyairtable/plan";
import { type CustomObject, objectLabels } from "../../shared/index.ts";
import type { KarpenterRecord } from "./args.ts";
import { utcWindow } from "./business-hours.ts";
import { NODE_CLASS_NAME } from "./node-class.ts";

/** Spec of `karpenter.sh/v1` NodePool, as far as it is used here. */
export interface NodePoolSpec {
  readonly weight: number;
  readonly limits: { readonly cpu: string; readonly memory: string };
  readonly disruption: {
    readonly consolidationPolicy: "WhenEmpty" | "WhenEmptyOrUnderutilized";
    readonly consolidateAfter: string;
    readonly budgets: readonly DisruptionBudget[];
  };
  readonly template: {
    readonly metadata: { readonly labels: Readonly<Record<string, string>> };
    readonly spec: {
      readonly nodeClassRef: { readonly group: string; readonly kind: string; readonly name: string };
      readonly expireAfter: string;
      readonly terminationGracePeriod: string;
      readonly requirements: readonly Requirement[];
    };
  };
}

export interface Requirement {
  readonly key: string;
  readonly operator: "In" | "NotIn" | "Exists" | "DoesNotExist" | "Gt" | "Lt";
  readonly values?: readonly string[];
  readonly minValues?: number;
}

export interface DisruptionBudget {
  readonly nodes: string;
  readonly schedule?: string;
  readonly duration?: string;
  readonly reasons?: readonly ("Underutilized" | "Empty" | "Drifted")[];
}

const ARCHITECTURES: Readonly<Record<Architecture, string>> = { arm64: "arm64", x86_64: "amd64" };
/** Spot is taken from at least so many instance types where there are as many. */
const SPOT_INSTANCE_TYPES = 6;

export function nodePoolObject(record: KarpenterRecord, pool: NodePoolPlan): CustomObject & { spec: NodePoolSpec } {
  return {
    apiVersion: "karpenter.sh/v1",
    kind: "NodePool",
    metadata: {
      name: pool.name,
      labels: objectLabels({ name: `node-pool-${pool.name}`, tags: record.tags }),
      // The pool waits for its nodes, so that whatever is deleted after it finds none.
      annotations: { "pulumi.com/deletionPropagationPolicy": "foreground" },
    },
    spec: {
      weight: pool.weight,
      limits: { cpu: String(pool.limits.vcpu), memory: `${pool.limits.memoryGiB}Gi` },
      disruption: {
        consolidationPolicy: "WhenEmptyOrUnderutilized",
        consolidateAfter: "5m",
        budgets: budgets(record),
      },
      template: {
        metadata: { labels: nodeLabels(record) },
        spec: {
          nodeClassRef: { group: "karpenter.k8s.aws", kind: "EC2NodeClass", name: NODE_CLASS_NAME },
          expireAfter: `${pool.expireAfterDays * 24}h`,
          terminationGracePeriod: `${record.drainMinutes}m`,
          requirements: requirements(record, pool),
        },
      },
    },
  };
}

/** A node takes no label of kubernetes.io, so only our own say who pays. */
function nodeLabels({ tags }: KarpenterRecord): Record<string, string> {
  const labels = Object.entries(objectLabels({ name: "node", tags }));
  return Object.fromEntries(labels.filter(([key]) => key.startsWith(`${LABEL_PREFIX}/`)));
}

/** The strictest budget counts. Spot interruptions and expiry ask no budget. */
function budgets({ workingHours }: KarpenterRecord): DisruptionBudget[] {
  const always: DisruptionBudget = { nodes: "10%" };
  if (workingHours === null) return [always];
  return [always, { nodes: "0", ...utcWindow(workingHours), reasons: ["Underutilized", "Drifted"] }];
}

function requirements({ architectures }: KarpenterRecord, pool: NodePoolPlan): Requirement[] {
  const diversity: Requirement[] =
    pool.capacityType === "spot"
      ? [{ key: "node.kubernetes.io/instance-type", operator: "Exists", minValues: SPOT_INSTANCE_TYPES }]
      : [];
  return [
    // Karpenter takes Spot where it may take both, and on demand while there is none.
    {
      key: "karpenter.sh/capacity-type",
      operator: "In",
      values: pool.capacityType === "spot" ? ["spot", "on-demand"] : ["on-demand"],
    },
    { key: "kubernetes.io/arch", operator: "In", values: architectures.map((name) => ARCHITECTURES[name]) },
    { key: "kubernetes.io/os", operator: "In", values: ["linux"] },
    { key: "karpenter.k8s.aws/instance-category", operator: "In", values: [...pool.instanceCategories] },
    { key: "karpenter.k8s.aws/instance-generation", operator: "Gt", values: ["4"] },
    // Nitro leaves out bare metal, which costs a fortune and takes ten minutes to start.
    { key: "karpenter.k8s.aws/instance-hypervisor", operator: "In", values: ["nitro"] },
    ...diversity,
  ];
}
