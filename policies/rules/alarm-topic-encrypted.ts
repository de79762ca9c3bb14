import { type Finding, resourceRule } from "../rule.ts";
import { readOr } from "../unknown.ts";

export const alarmTopicEncrypted = resourceRule({
  id: "alarm-topic-encrypted",
  title: "Topics are encrypted by a key of ours: alarms cannot publish under the one that AWS keeps.",
  severity: "high",
  remediation: "Set `kmsMasterKeyId` to a key whose policy lets cloudwatch.amazonaws.com use it.",
  controls: ["fsbp:SNS.1"],
  types: ["aws:sns/topic:Topic"],
  *check({ props }): Iterable<Finding> {
    // The ARN of a key that is made beside it is not known in preview.
    const got = readOr("a key of this stack", () => props.kmsMasterKeyId);
    if (got !== undefined && got !== "" && !got.includes("alias/aws/")) return;
    yield { what: "key of the topic", got, wanted: "a customer-managed key", fix: "Set kmsMasterKeyId." };
  },
});
