import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";
import { type EdgeArgs, normaliseEdge } from "./edge-args.ts";
import { edgeArgs, TAGS } from "./test-world.ts";

function codes(changes: Record<string, unknown>): string[] {
  try {
    normaliseEdge("edge", edgeArgs(changes as Partial<EdgeArgs>));
  } catch (error) {
    assert.ok(error instanceof UserError);
    return error.diagnostics.map(({ code }) => code);
  }
  return [];
}

describe("normaliseEdge", () => {
  it("fills the defaults in, on the safe side", () => {
    const { waf, accessLogs, deletionProtection, idleTimeoutSeconds, desyncMitigation, testListener } = normaliseEdge(
      "edge",
      edgeArgs(),
    );
    assert.deepEqual(
      { waf, accessLogs, deletionProtection, idleTimeoutSeconds, desyncMitigation, testListener },
      {
        waf: null,
        accessLogs: { enabled: true, retentionDays: 90 },
        deletionProtection: true,
        idleTimeoutSeconds: 60,
        desyncMitigation: "defensive",
        testListener: false,
      },
    );
  });

  for (const [changes, code] of [
    [{ region: "us-east-9" }, "edge.region"],
    [{ accountId: "123" }, "edge.account"],
    [{ vpcCidr: "0.0.0.0/0" }, "edge.vpc-cidr"],
    [{ exposure: undefined }, "edge.exposure"],
    [{ exposure: { scheme: "public" } }, "edge.exposure"],
    [{ exposure: { scheme: "internet-facing" } }, "edge.exposure-reason"],
    [{ exposure: { scheme: "internet-facing", reason: "because" } }, "edge.exposure-reason"],
    [{ exposure: { scheme: "internet-facing", reason: 'the "public" API' } }, "edge.exposure-reason"],
    [{ domain: "App.example.com" }, "edge.domain"],
    [{ domain: "localhost" }, "edge.domain"],
    [{ hostedZoneId: null }, "edge.certificate"],
    [{ certificateArn: "arn:aws:acm:us-west-2:111122223333:certificate/1a" }, "edge.certificate-arn"],
    [{ hostedZoneId: "/hostedzone/Z1" }, "edge.hosted-zone"],
    [{ waf: { managedRuleGroups: ["AWSManagedRulesEverything"] } }, "edge.waf-group"],
    [{ waf: { requestsPerFiveMinutes: 9 } }, "edge.waf-rate"],
    [{ accessLogs: { enabled: true, retentionDays: 0 } }, "edge.retention"],
    [{ idleTimeoutSeconds: 4001 }, "edge.idle-timeout"],
    [{ desyncMitigation: "monitor" }, "edge.desync"],
    [{ tags: { ...TAGS, CostCenter: "" } }, "network.tag"],
  ] as const) {
    it(`says ${code} of ${JSON.stringify(changes)}`, () => assert.deepEqual(codes(changes), [code]));
  }

  it("lists every problem in one error", () => {
    const bad = { domain: "x", hostedZoneId: null, idleTimeoutSeconds: 0, exposure: { scheme: "internet-facing" } };
    const expected = ["edge.certificate", "edge.domain", "edge.exposure-reason", "edge.idle-timeout"];
    assert.deepEqual(codes(bad).sort(), expected);
  });
});
