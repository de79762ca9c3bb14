import { ListenerRule } from "@pulumi/aws/lb/listenerRule.js";
import { TargetGroup } from "@pulumi/aws/lb/targetGroup.js";
import type { Input } from "@pulumi/pulumi";
import { autonamed, child } from "../shared/index.ts";
import { shiftsTraffic } from "./deployment.ts";
import { listenerRuleArgs } from "./listener-rule.ts";
import type { ServiceSite } from "./service-site.ts";
import { targetGroupArgs, targetGroupKeys } from "./target-group.ts";

export interface ServiceRouting {
  readonly targetGroups: readonly TargetGroup[];
  readonly productionRule: ListenerRule | null;
  readonly testRule: ListenerRule | null;
}

/** The way in from the load balancer; nothing where internal. */
export function makeRouting({ name, record, wiring, transform, parent }: ServiceSite): ServiceRouting {
  const { route } = record;
  if (route === null) return { targetGroups: [], productionRule: null, testRule: null };
  const targetGroups = targetGroupKeys(record).map((key) => {
    const args = targetGroupArgs(record, route, wiring.vpcId);
    return new TargetGroup(
      ...child(transform?.targetGroup, autonamed("target-group", `${name}-${key}`), args, { parent }),
    );
  });
  const shifts = shiftsTraffic(record.deployment);
  // ECS moves the weights of these rules; putting them back would undo its deployment.
  const opts = shifts ? { parent, ignoreChanges: ["actions"] } : { parent };
  const rule = (key: string, listenerArn: Input<string>) => {
    const arns = targetGroups.map((group) => group.arn);
    return new ListenerRule(
      ...child(transform?.listenerRule, `${name}-${key}`, listenerRuleArgs(record, route, listenerArn, arns), opts),
    );
  };
  if (wiring.listenerArn === undefined) throw new Error(`${name} passed the checks without a listener`);
  const productionRule = rule("rule", wiring.listenerArn);
  const testRule = shifts && wiring.testListenerArn !== undefined ? rule("test-rule", wiring.testListenerArn) : null;
  return { targetGroups, productionRule, testRule };
}
