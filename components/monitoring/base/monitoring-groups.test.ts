import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";
import { recordProgram, resourcesOf } from "../../shared/test-mocks.ts";
import { AWS, groupsArgs, WORLD } from "../test-world.ts";
import { MonitoringGroups } from "./monitoring-groups.ts";

const record = (args: Parameters<typeof groupsArgs>[0] = {}, preview = false) =>
  recordProgram(WORLD, preview, () => new MonitoringGroups("watch", groupsArgs(args)));

describe("MonitoringGroups", () => {
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
    const alerting = { ...groupsArgs().monitoring.alerting, smtp };
    const rules = resourcesOf(await record({ alerting }), AWS.egress);
    assert.ok(rules.some(({ inputs }) => inputs.fromPort === 587));
  });

  it("hands each child to its transform", async () => {
    const rename = (group: { description?: unknown }) => {
      group.description = "x";
    };
    const args = { ...groupsArgs(), transform: { securityGroup: rename } };
    const recording = await recordProgram(WORLD, false, () => new MonitoringGroups("watch", args));
    assert.deepEqual(
      [...new Set(resourcesOf(recording, AWS.securityGroup).map(({ inputs }) => inputs.description))],
      ["x"],
    );
  });

  it("refuses an account that is none, before anything is made", async () => {
    await assert.rejects(
      recordProgram(WORLD, false, () => new MonitoringGroups("watch", { ...groupsArgs(), accountId: "1" })),
      (error: unknown) => error instanceof UserError && error.diagnostics[0]?.code === "monitor.account",
    );
  });
});
