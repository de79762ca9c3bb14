import type { EventRuleArgs } from "@pulumi/aws/cloudwatch/eventRule.js";
import type { QueueArgs } from "@pulumi/aws/sqs/queue.js";
import type { Input } from "@pulumi/pulumi";
import { arnOf, policyDocument, resourceTags } from "../../../shared/index.ts";
import type { KarpenterRecord } from "./args.ts";
import type { KarpenterEvent } from "./versions.ts";

/** A warning older than five minutes warns of nothing: Spot gives two. */
const RETENTION_SECONDS = 300;

export function queueArgs(record: KarpenterRecord): QueueArgs {
  return {
    name: record.queueName,
    messageRetentionSeconds: RETENTION_SECONDS,
    sqsManagedSseEnabled: true,
    tags: resourceTags(record.tags, record.queueName),
  };
}

/** The rules may send, by their ARNs; nobody may do anything without TLS. */
export function queuePolicy(record: KarpenterRecord, ruleArns: readonly Input<string>[]): Input<string> {
  const resources = [arnOf(record, "sqs", record.queueName)];
  return policyDocument([
    {
      sid: "RulesSend",
      principals: { service: ["events.amazonaws.com"] },
      actions: ["sqs:SendMessage"],
      resources,
      conditions: { ArnEquals: { "aws:SourceArn": ruleArns } },
    },
    {
      sid: "DenyPlainHttp",
      effect: "Deny",
      principals: "everyone",
      actions: ["sqs:*"],
      resources,
      conditions: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
}

export function eventRuleArgs(record: KarpenterRecord, event: KarpenterEvent): EventRuleArgs {
  const { source, detailType, detail } = event;
  return {
    description: `${detailType}, for Karpenter of ${record.clusterName}`,
    eventPattern: JSON.stringify({
      source: [source],
      "detail-type": [detailType],
      ...(detail === undefined ? {} : { detail }),
    }),
    tags: resourceTags(record.tags),
  };
}
