import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";
import { recordProgram, resourceOf } from "../../shared/test-mocks.ts";
import { AWS, COMPONENTS, topicArgs, WORLD } from "../test-world.ts";
import { AlarmTopic } from "./alarm-topic.ts";

const record = (args: Parameters<typeof topicArgs>[0] = {}, preview = false) =>
  recordProgram(WORLD, preview, () => new AlarmTopic("alarms", topicArgs(args)));

describe("AlarmTopic", () => {
  it("is one that only alarms of this account publish to, under a key of its own", async () => {
    const recording = await record();
    const topic = resourceOf(recording, AWS.topic).inputs;
    assert.equal(topic.name, "shop-prod-alarms");
    assert.match(String(topic.kmsMasterKeyId), /alarms-key/);
    const key = JSON.parse(String(resourceOf(recording, AWS.key).inputs.policy));
    const publish = key.Statement.find(({ Sid }: { Sid: string }) => Sid === "AlarmsPublish");
    assert.deepEqual(publish.Principal, { Service: ["cloudwatch.amazonaws.com", "aps.amazonaws.com"] });
    assert.deepEqual(publish.Condition, { StringEquals: { "aws:SourceAccount": "111122223333" } });
    assert.equal(resourceOf(recording, AWS.key).inputs.enableKeyRotation, true);
    const policy = JSON.parse(String(resourceOf(recording, AWS.topicPolicy).inputs.policy));
    assert.deepEqual(
      policy.Statement.map(({ Sid, Effect }: Record<string, string>) => `${Sid} ${Effect}`),
      ["AlarmsPublish Allow", "OnlyByTls Deny"],
    );
  });

  it("writes to the addresses of the plan", async () => {
    const recording = await record({ alarms: { emails: ["ops@example.com"] } });
    assert.deepEqual(resourceOf(recording, AWS.subscription).inputs.protocol, "email");
  });

  it("is the same in preview, policies known", async () => {
    const recording = await record({}, true);
    assert.equal(typeof resourceOf(recording, AWS.topicPolicy).inputs.policy, "string");
    assert.equal(resourceOf(recording, COMPONENTS.topic).custom, false);
  });

  it("hands each child to its transform", async () => {
    const rename = (topic: { displayName?: unknown }) => {
      topic.displayName = "x";
    };
    const args = { ...topicArgs(), transform: { topic: rename } };
    const recording = await recordProgram(WORLD, false, () => new AlarmTopic("alarms", args));
    assert.equal(resourceOf(recording, AWS.topic).inputs.displayName, "x");
  });

  it("refuses an account that is none, before anything is made", async () => {
    await assert.rejects(
      recordProgram(WORLD, false, () => new AlarmTopic("alarms", { ...topicArgs(), accountId: "1" })),
      (error: unknown) => error instanceof UserError && error.diagnostics[0]?.code === "monitor.account",
    );
  });
});
