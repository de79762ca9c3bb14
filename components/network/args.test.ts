import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";
import { type NetworkArgs, normalise } from "./args.ts";
import { networkArgs, TAGS } from "./test-world.ts";

function codes(changes: Record<string, unknown>): string[] {
  try {
    normalise("net", networkArgs(changes as Partial<NetworkArgs>));
  } catch (error) {
    assert.ok(error instanceof UserError);
    return error.diagnostics.map(({ code }) => code);
  }
  return [];
}

describe("normalise", () => {
  it("fills the defaults in", () => {
    const { cidr, natInstance, interfaceEndpoints, flowLogs } = normalise("net", networkArgs());
    assert.deepEqual(
      { cidr, natInstance, interfaceEndpoints, flowLogs },
      {
        cidr: "10.0.0.0/16",
        natInstance: { perZone: false, instanceType: "t4g.nano", amiId: null },
        interfaceEndpoints: [],
        flowLogs: { enabled: true, retentionDays: 14 },
      },
    );
  });

  for (const [changes, code] of [
    [{ cidr: "10.0.0.0" }, "network.cidr-syntax"],
    [{ cidr: "10.0.0.1/16" }, "network.cidr-host-bits"],
    [{ cidr: "8.8.0.0/16" }, "network.cidr-public"],
    [{ cidr: "10.0.0.0/28" }, "network.cidr-size"],
    [
      { cidr: "10.0.0.0/23", zones: ["a", "b", "c", "d", "e"].map((zone) => `us-east-1${zone}`) },
      "network.cidr-narrow",
    ],
    [{ zones: ["us-east-1a"] }, "network.zone-count"],
    [{ zones: ["us-east-1a", "us-east-1a"] }, "network.zone-twice"],
    [{ zones: ["us-east-1a", "us-west-2a"] }, "network.zone"],
    [{ region: "us-east-9" }, "network.region"],
    [{ nat: "two" }, "network.nat"],
    [{ nat: undefined }, "network.nat"],
    [{ natInstance: {} }, "network.nat-instance"],
    [{ nat: "instance", natInstance: { instanceType: "t3.nano" } }, "network.nat-instance-type"],
    [{ nat: "instance", natInstance: { amiId: "latest" } }, "network.nat-ami"],
    [{ interfaceEndpoints: ["ecr"] }, "network.endpoint"],
    [{ interfaceEndpoints: ["s3"] }, "network.endpoint-gateway"],
    [{ interfaceEndpoints: ["logs", "logs"] }, "network.endpoint-twice"],
    [{ flowLogs: { enabled: true, retentionDays: 15 } }, "network.retention"],
    [{ tags: { ...TAGS, Owner: "" } }, "network.tag"],
    [{ tags: { ...TAGS, Owner: "a;b" } }, "network.tag"],
  ] as const) {
    it(`says ${code} of ${JSON.stringify(changes)}`, () => assert.deepEqual(codes(changes), [code]));
  }

  it("lists every problem in one error", () => {
    const bad = {
      cidr: "x",
      zones: ["us-east-1a"],
      nat: "two",
      interfaceEndpoints: ["s3"],
      tags: { ...TAGS, Owner: "" },
    };
    assert.deepEqual(codes(bad).sort(), [
      "network.cidr-syntax",
      "network.endpoint-gateway",
      "network.nat",
      "network.tag",
      "network.zone-count",
    ]);
  });
});
