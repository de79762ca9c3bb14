import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";
import { recordProgram, resourceOf, resourcesOf } from "../../shared/test-mocks.ts";
import { AWS, baseArgs, COMPONENTS, WORLD } from "../test-world.ts";
import { MonitoringBase } from "./monitoring-base.ts";

const record = (args: Parameters<typeof baseArgs>[0] = {}, preview = false) =>
  recordProgram(WORLD, preview, () => new MonitoringBase("watch", baseArgs(args)));

describe("MonitoringBase", () => {
  it("makes a topic that only alarms of this account publish to, under a key of its own", async () => {
    const recording = await record();
    const topic = resourceOf(recording, AWS.topic).inputs;
    assert.equal(topic.name, "shop-prod-alarms");
    assert.match(String(topic.kmsMasterKeyId), /watch-topic-key/);
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

  it("lets Prometheus reach every service by a number of rules that does not grow with them", async () => {
    const recording = await record();
    const rules = [...resourcesOf(recording, AWS.ingress), ...resourcesOf(recording, AWS.egress)];
    const at = (name: string) => rules.find((rule) => rule.name === `watch-${name}`)?.inputs;
    assert.deepEqual([at("scrape-in")?.fromPort, at("scrape-in")?.toPort], [8101, 8205]);
    assert.equal(at("exporter-in")?.fromPort, 9779);
    assert.equal(at("traces-in")?.securityGroupId, "watch-monitoring-sg-id");
    assert.equal(at("traces-in")?.referencedSecurityGroupId, "watch-monitored-sg-id");
    assert.equal(rules.length, 16);
  });

  it("opens its doors to viewers' blocks only", async () => {
    const recording = await record({ viewerCidrs: ["10.8.0.0/16", "192.168.1.0/24"] });
    const open = resourcesOf(recording, AWS.ingress).filter(({ inputs }) => inputs.cidrIpv4 !== undefined);
    assert.deepEqual([...new Set(open.map(({ inputs }) => inputs.cidrIpv4))], ["10.8.0.0/16", "192.168.1.0/24"]);
    assert.deepEqual([...new Set(open.map(({ inputs }) => `${inputs.fromPort}-${inputs.toPort}`))].sort(), [
      "16686-16686",
      "3000-3000",
      "9090-9093",
    ]);
    const out = resourcesOf(recording, AWS.egress).filter(({ inputs }) => inputs.cidrIpv4 === "0.0.0.0/0");
    assert.deepEqual(
      out.map(({ inputs }) => inputs.fromPort),
      [443],
    );
  });

  it("lets mail out where a mail server is set", async () => {
    const smtp = { smarthost: "mail.example.com:587", from: "a@b.co", username: "a", passwordSecret: "shop/prod/smtp" };
    const alerting = { ...baseArgs().monitoring.alerting, smtp };
    const rules = resourcesOf(await record({ alerting }), AWS.egress);
    assert.ok(rules.some(({ inputs }) => inputs.fromPort === 587));
  });

  it("writes to the addresses of the plan", async () => {
    const recording = await record({ alarms: { emails: ["ops@example.com"] } });
    assert.deepEqual(resourceOf(recording, AWS.subscription).inputs.protocol, "email");
  });

  it("makes the topic alone where Prometheus is off", async () => {
    const recording = await record({ prometheus: "off" });
    assert.equal(resourcesOf(recording, AWS.securityGroup).length, 0);
    assert.equal(recording.result.monitoredSecurityGroupId, null);
    assert.equal(resourcesOf(recording, AWS.topic).length, 1);
  });

  it("is the same in preview, policies known", async () => {
    const recording = await record({}, true);
    assert.equal(typeof resourceOf(recording, AWS.topicPolicy).inputs.policy, "string");
    assert.equal(resourceOf(recording, COMPONENTS.base).custom, false);
  });

  it("hands each child to its transform", async () => {
    const rename = (topic: { displayName?: unknown }) => {
      topic.displayName = "x";
    };
    const args = { ...baseArgs(), transform: { topic: rename } };
    const recording = await recordProgram(WORLD, false, () => new MonitoringBase("watch", args));
    assert.equal(resourceOf(recording, AWS.topic).inputs.displayName, "x");
  });

  it("refuses an account that is none, before anything is made", async () => {
    await assert.rejects(
      recordProgram(WORLD, false, () => new MonitoringBase("watch", { ...baseArgs(), accountId: "1" })),
      (error: unknown) => error instanceof UserError && error.diagnostics[0]?.code === "monitor.account",
    );
  });
});
