import type { Provider } from "@pulumi/kubernetes/provider.js";
import type { Input, Resource } from "@pulumi/pulumi";
import type { Architecture, Plan } from "@pyairtable/plan";
import type { KarpenterArgs, KarpenterWiring } from "./args.ts";

/** What the plan does not hold. */
export interface KarpenterPlanWiring {
  /** Twelve digits, plain. */
  readonly accountId: string;
  readonly cluster: KarpenterWiring["cluster"];
  /** One for each of the plan's zones, in their order. */
  readonly privateSubnetIds: Input<Input<string>[]>;
  readonly kubernetesProvider: Provider;
  /** The prometheus-operator's types, where the plan has them. */
  readonly after?: readonly Resource[];
}

/** Args of the plan's pools; decides nothing. Throws a plain Error where the plan has no nodes. */
export function karpenterFromPlan(plan: Plan, { accountId, ...wiring }: KarpenterPlanWiring): KarpenterArgs {
  const { addOns, mode, nodes, version } = plan.kubernetes;
  if (nodes === null) throw new Error(`the plan's kubernetes.mode is ${mode}: it has no nodes of its own`);
  return {
    project: plan.project,
    environment: plan.environment,
    region: plan.region,
    accountId,
    tags: plan.tags,
    kubernetesVersion: version,
    zones: plan.zones,
    pools: nodes.pools,
    architectures: architecturesOf(plan),
    workingHours: plan.offHours,
    systemNodes: nodes.system.count,
    serviceMonitor: addOns["prometheus-operator"].enabled,
    wiring,
  };
}

/** What the services there are built for; ARM64 where there are none. */
function architecturesOf({ services }: Plan): Architecture[] {
  const used = services.filter(({ kubernetes }) => kubernetes !== null).map(({ architecture }) => architecture);
  return used.length === 0 ? ["arm64"] : [...new Set(used)].sort();
}
