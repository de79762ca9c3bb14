import type { NamespacePlan, Plan } from "@pyairtable/plan";
import type { EditorArgs, NamespaceArgs } from "./args.ts";
import type { NamespacesWiring } from "./wiring.ts";

/** What the plan does not hold. All optional. */
export interface NamespacePlanWiring extends NamespacesWiring {
  /** Teams that deploy by themselves, by namespace. Default none. */
  readonly editors?: Readonly<Record<string, readonly EditorArgs[]>>;
  readonly nodeLocalDnsCidr?: string;
}

/** Args of one namespace of the plan; decides nothing. Its owners may look. */
export function namespaceFromPlan(
  namespace: NamespacePlan,
  plan: Plan,
  wiring: NamespacePlanWiring = {},
): NamespaceArgs {
  const { name, domain, owners, quota, limitRange } = namespace;
  return {
    name,
    domain,
    tags: plan.tags,
    kubernetesVersion: plan.kubernetes.version,
    quota,
    limitRange,
    viewers: owners,
    editors: wiring.editors?.[name] ?? [],
    nodeLocalDnsCidr: wiring.nodeLocalDnsCidr ?? null,
    wiring: { dependsOn: wiring.dependsOn ?? [] },
  };
}
