import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { Key } from "@pulumi/aws/kms/key.js";
import { Topic } from "@pulumi/aws/sns/topic.js";
import { TopicPolicy } from "@pulumi/aws/sns/topicPolicy.js";
import { TopicSubscription } from "@pulumi/aws/sns/topicSubscription.js";
import { SecurityGroupEgressRule } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { child, resourceTags } from "../../shared/index.ts";
import { checkBase } from "../checks.ts";
import { type Place, placeOf, prefixOf } from "../place.ts";
import type { MonitoringBaseArgs } from "./base-args.ts";
import { type GroupRule, groupRules } from "./rules.ts";
import { topicArgs, topicKeyArgs, topicPolicy } from "./topic.ts";

/**
 * What services take from monitoring, so made before them: the encrypted topic of all alarms, and the security group that
 * lets Prometheus scrape a task and a task send its traces.
 */
export class MonitoringBase extends ComponentResource {
  /** For `wiring.alarmTopicArn` of services. */
  readonly alarmTopicArn: Output<string>;
  /** Worn by every task that is watched; null where Prometheus is off. */
  readonly monitoredSecurityGroupId: Output<string> | null;
  /** Worn by the tasks of monitoring and their disk; null where Prometheus is off. */
  readonly monitoringSecurityGroupId: Output<string> | null;

  constructor(name: string, args: MonitoringBaseArgs, opts?: ComponentResourceOptions) {
    const { plan, monitoring, accountId, transform } = args;
    checkBase(name, args);
    super("pyairtable:monitoring:MonitoringBase", name, {}, opts);
    const place = placeOf(plan, accountId);
    const own = { parent: this };

    const key = new Key(...child(transform?.key, `${name}-topic-key`, topicKeyArgs(place), own));
    const topic = new Topic(...child(transform?.topic, `${name}-topic`, topicArgs(place, key.arn), own));
    new TopicPolicy(`${name}-topic-policy`, { arn: topic.arn, policy: topicPolicy(place) }, own);
    for (const [index, endpoint] of monitoring.alarms.emails.entries())
      new TopicSubscription(`${name}-email-${index + 1}`, { topic: topic.arn, protocol: "email", endpoint }, own);

    const groups = monitoring.prometheus === "off" ? null : this.#groups(name, args, place);
    this.alarmTopicArn = topic.arn;
    this.monitoredSecurityGroupId = groups?.monitored.id ?? null;
    this.monitoringSecurityGroupId = groups?.monitoring.id ?? null;
    this.registerOutputs({
      alarmTopicArn: this.alarmTopicArn,
      monitoredSecurityGroupId: this.monitoredSecurityGroupId,
      monitoringSecurityGroupId: this.monitoringSecurityGroupId,
    });
  }

  #groups(name: string, { plan, monitoring, vpcId, transform }: MonitoringBaseArgs, place: Place) {
    const own = { parent: this };
    const tags = (group: string) => resourceTags(place.tags, `${prefixOf(place)}-${group}`);
    const group = (which: GroupRule["group"], description: string) =>
      new SecurityGroup(
        ...child(transform?.securityGroup, `${name}-${which}-sg`, { vpcId, description, tags: tags(which) }, own),
      );
    const groups = {
      monitoring: group("monitoring", `Tasks of monitoring in ${prefixOf(place)}, and their disk`),
      monitored: group("monitored", `Tasks that monitoring of ${prefixOf(place)} scrapes`),
    };
    for (const rule of groupRules(plan, monitoring)) {
      const common = {
        description: rule.description,
        ipProtocol: "tcp",
        fromPort: rule.fromPort,
        toPort: rule.toPort,
        securityGroupId: groups[rule.group].id,
        ...("cidr" in rule.peer
          ? { cidrIpv4: rule.peer.cidr }
          : { referencedSecurityGroupId: groups[rule.peer.group].id }),
        tags: resourceTags(place.tags),
      };
      if (rule.direction === "in")
        new SecurityGroupIngressRule(...child(transform?.ingress, `${name}-${rule.key}`, common, own));
      else new SecurityGroupEgressRule(...child(transform?.egress, `${name}-${rule.key}`, common, own));
    }
    return groups;
  }
}
