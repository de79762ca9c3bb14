import { Key } from "@pulumi/aws/kms/key.js";
import { Topic } from "@pulumi/aws/sns/topic.js";
import { TopicPolicy } from "@pulumi/aws/sns/topicPolicy.js";
import { TopicSubscription } from "@pulumi/aws/sns/topicSubscription.js";
import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { child } from "../../shared/index.ts";
import { checkSite } from "../checks.ts";
import { placeOf } from "../place.ts";
import type { AlarmTopicArgs } from "./args.ts";
import { topicArgs, topicKeyArgs, topicPolicy } from "./topic.ts";

/** The encrypted topic that every CloudWatch alarm of the stack tells; made before all of them. About 1 USD a month. */
export class AlarmTopic extends ComponentResource {
  readonly arn: Output<string>;

  constructor(name: string, args: AlarmTopicArgs, opts?: ComponentResourceOptions) {
    const { plan, monitoring, accountId, transform } = args;
    checkSite(`AlarmTopic ${name}`, args);
    super("pyairtable:monitoring:AlarmTopic", name, {}, opts);
    const place = placeOf(plan, accountId);
    const own = { parent: this };
    const key = new Key(...child(transform?.key, `${name}-key`, topicKeyArgs(place), own));
    const topic = new Topic(...child(transform?.topic, `${name}-topic`, topicArgs(place, key.arn), own));
    new TopicPolicy(`${name}-policy`, { arn: topic.arn, policy: topicPolicy(place) }, own);
    for (const [index, endpoint] of monitoring.alarms.emails.entries())
      new TopicSubscription(`${name}-email-${index + 1}`, { topic: topic.arn, protocol: "email", endpoint }, own);
    this.arn = topic.arn;
    this.registerOutputs({ arn: this.arn });
  }
}
