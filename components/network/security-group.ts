import type { SecurityGroupArgs } from "@pulumi/aws/ec2/index.js";
import type { Input } from "@pulumi/pulumi";
import type { CostTags } from "@pyairtable/plan";
import { resourceTags } from "../shared/index.ts";

/** A group with no rule at all, not even the outbound one AWS puts in: each rule is a resource with its own reason. */
export function securityGroupArgs(
  tags: CostTags,
  name: string,
  description: string,
  vpcId: Input<string>,
): SecurityGroupArgs {
  return { vpcId, description, revokeRulesOnDelete: true, tags: resourceTags(tags, name) };
}
