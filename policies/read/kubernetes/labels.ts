import { COST_LABELS } from "@pyairtable/kubernetes-facts";
import type { CostTagKey } from "@pyairtable/plan";
import type { GraphResource } from "../../graph.ts";
import type { ObjectMeta } from "../../kubernetes-types.ts";
import type { PropsOf } from "../../resource-types.ts";
import { STATEFUL_SET, WORKLOAD_TYPES, type WorkloadProps, workloadOf } from "./workloads.ts";

/** What costs money, or names who pays for what is inside. */
export const LABELLED_TYPES = [
  ...WORKLOAD_TYPES,
  "kubernetes:core/v1:PersistentVolumeClaim",
  "kubernetes:core/v1:Namespace",
] as const;

/** Labels in one place of an object: its own, or those its pods and claims will have. */
export interface LabelSet {
  /** As messages name it: `labels`, `pod labels`, `labels of claim data`. */
  readonly what: string;
  readonly labels: Readonly<Record<string, string>>;
}

export function labelSetsOf({ type, props, ...rest }: GraphResource): readonly LabelSet[] {
  const own = set("labels", (props as { metadata?: ObjectMeta }).metadata);
  if (!(WORKLOAD_TYPES as readonly string[]).includes(type)) return [own];
  const workload = workloadOf({ type, props: props as WorkloadProps, ...rest });
  const pods = workload === undefined ? [] : [set("pod labels", workload.template.metadata)];
  if (type !== STATEFUL_SET) return [own, ...pods];
  const claims = (props as PropsOf<typeof STATEFUL_SET>).spec?.volumeClaimTemplates ?? [];
  return [own, ...pods, ...claims.map(({ metadata }) => set(`labels of claim ${metadata?.name}`, metadata))];
}

function set(what: string, metadata: ObjectMeta | undefined): LabelSet {
  return { what, labels: metadata?.labels ?? {} };
}

/** One cost label; undefined where absent or empty. */
export function costLabel({ labels }: LabelSet, tag: CostTagKey): string | undefined {
  const value = labels[COST_LABELS[tag]];
  return value === "" ? undefined : value;
}
