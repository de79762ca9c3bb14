import type { Input } from "@pulumi/pulumi";
import type { Plan } from "@pyairtable/plan";
import type { EksClusterArgs } from "./args.ts";

/** What the plan does not hold. */
export interface EksPlanWiring {
  /** Twelve digits, plain. */
  readonly accountId: string;
  readonly vpcId: Input<string>;
  /** One for each of the plan's zones, in their order. */
  readonly privateSubnetIds: Input<Input<string>[]>;
}

/** Args of the plan's cluster; decides nothing. Throws a plain Error where the plan makes none. */
export function eksFromPlan(plan: Plan, wiring: EksPlanWiring): EksClusterArgs {
  const { admins, nodes, version } = plan.kubernetes;
  if (nodes === null) throw new Error(`the plan's kubernetes.mode is ${plan.kubernetes.mode}: it has no EKS cluster`);
  return {
    project: plan.project,
    environment: plan.environment,
    region: plan.region,
    accountId: wiring.accountId,
    tags: plan.tags,
    version,
    zones: plan.zones,
    adminPrincipalArns: admins,
    system: nodes.system,
    logRetentionDays: plan.cluster.logRetentionDays,
    deletionProtection: plan.production,
    wiring: { vpcId: wiring.vpcId, privateSubnetIds: wiring.privateSubnetIds },
  };
}
