import { EventRule } from "@pulumi/aws/cloudwatch/eventRule.js";
import { EventTarget } from "@pulumi/aws/cloudwatch/eventTarget.js";
import { Queue } from "@pulumi/aws/sqs/queue.js";
import { QueuePolicy } from "@pulumi/aws/sqs/queuePolicy.js";
import type { Resource } from "@pulumi/pulumi";
import { autonamed, child } from "../../../shared/index.ts";
import { eventRuleArgs, queueArgs, queuePolicy } from "./queue-resources.ts";
import type { KarpenterScope } from "./scope.ts";
import { KARPENTER_EVENTS } from "./versions.ts";

/** Queue of what is about to happen to instances, and the rules that fill it. */
export function makeInterruptionQueue({ parent, name, record, transform }: KarpenterScope): readonly Resource[] {
  const opts = { parent };
  const queue = new Queue(...child(transform.queue, `${name}-queue`, queueArgs(record), opts));
  const rules = Object.entries(KARPENTER_EVENTS).map(([key, event]) => ({
    key,
    rule: new EventRule(
      ...child(transform.eventRule, autonamed("event-rule", `${name}-${key}`), eventRuleArgs(record, event), opts),
    ),
  }));
  const arns = rules.map(({ rule }) => rule.arn);
  const policy = new QueuePolicy(
    ...child(
      transform.queuePolicy,
      `${name}-queue-policy`,
      { queueUrl: queue.url, policy: queuePolicy(record, arns) },
      opts,
    ),
  );
  const targets = rules.map(
    ({ key, rule }) =>
      new EventTarget(
        ...child(
          transform.eventTarget,
          `${name}-${key}-target`,
          { rule: rule.name, arn: queue.arn },
          { parent, dependsOn: [policy] },
        ),
      ),
  );
  return [queue, policy, ...targets];
}
