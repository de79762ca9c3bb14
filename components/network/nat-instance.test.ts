import assert from "node:assert/strict";
import type { CustomResourceOptions } from "@pulumi/pulumi";
import { recordProgram, resourceOf, resourcesOf } from "../shared/test-mocks.ts";
import { type NetworkArgs, normalise } from "./args.ts";
import { natInstanceArgs, natZoneIndexes, natZoneOf } from "./nat-instance.ts";
import { natUserData } from "./nat-user-data.ts";
import { Network } from "./network.ts";
import { networkArgs, networkWorld, TAGS } from "./test-world.ts";

const record = (perZone: boolean) => normalise("net", networkArgs({ nat: "instance", natInstance: { perZone } }));
const wiring = { ami: "ami-1", networkInterfaceId: "eni-1", instanceProfileName: "p" };
const args = natInstanceArgs(record(false), "net-nat-1", wiring) as Record<string, unknown>;

describe("NAT instance", () => {
  it("stands in the first zone, or in each", () => {
    assert.deepEqual([natZoneIndexes(record(false)), natZoneIndexes(record(true))], [[0], [0, 1, 2]]);
    assert.deepEqual([natZoneOf(record(false), 2), natZoneOf(record(true), 2)], [0, 2]);
  });

  it("tags instance and volume by itself: a provider's default tags would not reach the volume", () => {
    const { tags } = args.rootBlockDevice as { tags: Record<string, string> };
    assert.deepEqual(tags, { ...TAGS, Name: "net-nat-1" });
    assert.deepEqual(args.tags, tags);
  });

  it("asks for session tokens from the metadata service, one hop away, and encrypts its disk", () => {
    assert.deepEqual(args.metadataOptions, {
      httpEndpoint: "enabled",
      httpTokens: "required",
      httpPutResponseHopLimit: 1,
    });
    assert.equal((args.rootBlockDevice as { encrypted: boolean }).encrypted, true);
    assert.equal(args.keyName, undefined);
  });

  it("never rolls for a changed tag: user data and interface do not depend on tags", () => {
    const retagged = { ...record(false), tags: { ...TAGS, Owner: "someone-else" } };
    const { tags: _, rootBlockDevice: __, ...before } = args;
    const { tags: ___, rootBlockDevice: ____, ...after } = natInstanceArgs(retagged, "net-nat-1", wiring);
    assert.deepEqual(after, before);
  });

  it("masquerades what leaves the VPC and forwards nothing that comes from outside", () => {
    const script = natUserData("10.1.0.0/16");
    assert.match(script, /ip saddr 10\.1\.0\.0\/16 ip daddr != 10\.1\.0\.0\/16 masquerade/);
    assert.match(script, /hook forward priority filter; policy drop;/);
    assert.match(script, /net\.ipv4\.ip_forward = 1/);
    assert.ok(script.startsWith("#!/bin/bash\n"));
  });

  it("routes each private subnet to the instance of its zone, by the subnet's own table", async () => {
    for (const perZone of [false, true]) {
      const recording = await recordProgram(
        networkWorld,
        false,
        () => new Network("net", networkArgs({ nat: "instance", natInstance: { perZone } })),
      );
      const routes = resourcesOf(recording, "aws:ec2/route:Route").map(({ inputs }) => inputs);
      const eni = (zone: number) => `net-nat-${perZone ? zone : 1}-interface-id`;
      assert.deepEqual(
        routes,
        [1, 2, 3].map((zone) => ({
          routeTableId: `rtb-private-${zone}`,
          destinationCidrBlock: "0.0.0.0/0",
          networkInterfaceId: eni(zone),
        })),
      );
      const interfaces = resourcesOf(recording, "aws:ec2/networkInterface:NetworkInterface");
      assert.equal(interfaces.length, perZone ? 3 : 1);
      assert.ok(interfaces.every(({ inputs }) => inputs.sourceDestCheck === false));
    }
  });

  it("takes a pinned image without asking for the newest", async () => {
    const { "aws:ssm/getParameter:getParameter": _, ...calls } = networkWorld.calls!;
    const natInstance = { amiId: "ami-0fedcba9876543210" };
    const recording = await recordProgram(
      { ...networkWorld, calls },
      true,
      () => new Network("net", networkArgs({ nat: "instance", natInstance })),
    );
    assert.equal(resourceOf(recording, "aws:ec2/instance:Instance").inputs.ami, natInstance.amiId);
  });

  it("does not take a newer image unasked, and frees the interface before a new instance comes", async () => {
    let seen: CustomResourceOptions = {};
    const transform: NetworkArgs["transform"] = {
      natInstance: (_, opts) => {
        seen = opts;
      },
    };
    await recordProgram(networkWorld, true, () => new Network("net", networkArgs({ nat: "instance", transform })));
    assert.deepEqual([seen.ignoreChanges, seen.deleteBeforeReplace], [["ami"], true]);
  });

  it("may open a session shell and nothing else", async () => {
    const changes = { nat: "instance", flowLogs: { enabled: false, retentionDays: 1 } } as const;
    const recording = await recordProgram(networkWorld, true, () => new Network("net", networkArgs(changes)));
    const policy = JSON.parse(String(resourceOf(recording, "aws:iam/rolePolicy:RolePolicy").inputs.policy));
    for (const action of policy.Statement[0].Action)
      assert.match(action, /^(ssmmessages:|ssm:UpdateInstanceInformation$)/);
  });
});
