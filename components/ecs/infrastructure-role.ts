import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import { assumedBy, awsManagedPolicyArn, resourceTags } from "../shared/index.ts";
import { shiftsTraffic } from "./deployment.ts";
import type { ServiceRecord } from "./record.ts";

/** Role ECS itself takes on: to move listener rules between target groups, to make EBS volumes. */
export function infrastructureRoleArgs(record: ServiceRecord): RoleArgs {
  return {
    description: `ECS on behalf of ${record.service}: ${infrastructurePolicies(record)
      .map((policy) => policy.key)
      .join(", ")}`,
    assumeRolePolicy: assumedBy("ecs.amazonaws.com", {
      StringEquals: { "aws:SourceAccount": record.accountId },
    }),
    tags: resourceTags(record.tags),
  };
}

/** The policies AWS keeps for these two tasks; empty where neither is asked for, and then there is no role. */
export function infrastructurePolicies(record: ServiceRecord): { readonly key: string; readonly arn: string }[] {
  const { region } = record;
  const policies: { key: string; arn: string }[] = [];
  if (record.route !== null && shiftsTraffic(record.deployment))
    policies.push({
      key: "load-balancers",
      arn: awsManagedPolicyArn(region, "AmazonECSInfrastructureRolePolicyForLoadBalancers"),
    });
  if (record.volumes.ebs !== null)
    policies.push({
      key: "volumes",
      arn: awsManagedPolicyArn(region, "service-role/AmazonECSInfrastructureRolePolicyForVolumes"),
    });
  return policies;
}
