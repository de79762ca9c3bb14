import type { ListenerRuleArgs } from "@pulumi/aws/lb/listenerRule.js";
import type { Input } from "@pulumi/pulumi";
import { resourceTags } from "../shared/index.ts";
import type { RouteRecord, ServiceRecord } from "./record.ts";

/**
 * One rule at a listener. With two target groups the second starts at weight 0; from then on ECS moves the weights,
 * so the class ignores changes of `actions` there.
 */
export function listenerRuleArgs(
  record: ServiceRecord,
  route: RouteRecord,
  listenerArn: Input<string>,
  targetGroupArns: readonly Input<string>[],
): ListenerRuleArgs {
  const [only] = targetGroupArns;
  if (only === undefined) throw new Error(`listener rule of ${record.service} without a target group`);
  const targetGroups = targetGroupArns.map((arn, n) => ({ arn, weight: n === 0 ? 100 : 0 }));
  return {
    listenerArn,
    priority: route.priority,
    conditions: [
      { pathPattern: { values: [...route.paths] } },
      ...(route.host === null ? [] : [{ hostHeader: { values: [route.host] } }]),
    ],
    actions: [
      targetGroups.length === 1
        ? { type: "forward", targetGroupArn: only }
        : { type: "forward", forward: { targetGroups } },
    ],
    tags: resourceTags(record.tags),
  };
}
