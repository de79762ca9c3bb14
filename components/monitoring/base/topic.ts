import type { KeyArgs } from "@pulumi/aws/kms/key.js";
import type { TopicArgs } from "@pulumi/aws/sns/topic.js";
import type { Input } from "@pulumi/pulumi";
import {
  arnOf,
  KEY_ITSELF,
  keyPolicy,
  type PolicyStatement,
  policyDocument,
  resourceTags,
} from "../../shared/index.ts";
import { type Place, prefixOf } from "../place.ts";

/** Services of AWS that publish: alarms, and a managed Prometheus. Each needs the key, or its messages are lost unseen. */
const PUBLISHERS = ["cloudwatch.amazonaws.com", "aps.amazonaws.com"] as const;

export const topicName = (place: Place) => `${prefixOf(place)}-alarms`;

/** Key of the topic: AWS's own key would not let alarms publish. 1 USD a month. */
export function topicKeyArgs(place: Place): KeyArgs {
  const use: PolicyStatement = {
    sid: "AlarmsPublish",
    principals: { service: [...PUBLISHERS] },
    actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
    resources: ["*"],
    everyResourceBecause: KEY_ITSELF,
    conditions: { StringEquals: { "aws:SourceAccount": place.accountId } },
  };
  return {
    description: `Alarm topic of ${prefixOf(place)}`,
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: keyPolicy(place, [use]),
    tags: resourceTags(place.tags),
  };
}

export function topicArgs(place: Place, keyId: Input<string>): TopicArgs {
  const name = topicName(place);
  return { name, displayName: `Alarms of ${prefixOf(place)}`, kmsMasterKeyId: keyId, tags: resourceTags(place.tags) };
}

/** Alarms of this account publish; nobody without TLS. */
export function topicPolicy(place: Place): Input<string> {
  const topic = arnOf(place, "sns", topicName(place));
  return policyDocument([
    {
      sid: "AlarmsPublish",
      principals: { service: [...PUBLISHERS] },
      actions: ["sns:Publish"],
      resources: [topic],
      conditions: { StringEquals: { "aws:SourceAccount": place.accountId } },
    },
    {
      sid: "OnlyByTls",
      effect: "Deny",
      principals: "everyone",
      actions: ["sns:Publish"],
      resources: [topic],
      conditions: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
}
