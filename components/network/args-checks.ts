import { knownRegions, zonesOf } from "@pyairtable/aws-facts";
import type { NatMode } from "@pyairtable/plan";
import type { NetworkRecord } from "./args.ts";
import type { Checks } from "./checks.ts";
import { cidrFault, narrowestPrefixFor, VPC_PREFIX, zonesFit } from "./cidr.ts";
import endpointNames from "./data/endpoints.json" with { type: "json" };
import natFacts from "./data/nat-instance.json" with { type: "json" };

const NAT_MODES: readonly NatMode[] = ["none", "single", "per-zone", "instance"];

export function checkPlace(checks: Checks, { cidr, region, zones }: NetworkRecord): void {
  const fault = cidrFault(cidr);
  const wanted = `a private IPv4 block from /${VPC_PREFIX.widest} to /${VPC_PREFIX.narrowest}, such as 10.0.0.0/16`;
  const block = checks.expect(fault === undefined, {
    path: "cidr",
    code: `network.cidr-${fault}`,
    got: cidr,
    wanted,
    fix: "Correct the block.",
  });
  const count = zones.length >= 2 && zones.length <= 6;
  const asked = "2 to 6 zones";
  checks.expect(count, {
    path: "zones",
    code: "network.zone-count",
    got: zones,
    wanted: asked,
    fix: "List two zones or more: one zone is one outage.",
  });
  checks.expect(new Set(zones).size === zones.length, {
    path: "zones",
    code: "network.zone-twice",
    got: zones,
    wanted: "each zone once",
    fix: "Remove the repeated zone.",
  });
  const known = zonesOf(region);
  if (
    checks.expect(known.length > 0, {
      path: "region",
      code: "network.region",
      got: region,
      wanted: `one of ${knownRegions().join(", ")}`,
      fix: "Correct the region.",
    })
  ) {
    const strangers = zones.filter((zone) => !known.includes(zone));
    checks.expect(strangers.length === 0, {
      path: "zones",
      code: "network.zone",
      got: strangers,
      wanted: `zones of ${region}: ${known.join(", ")}`,
      fix: "Take zones of the region.",
    });
  }
  if (block && count && !zonesFit(cidr, zones.length)) {
    const room = `/${narrowestPrefixFor(zones.length)} or wider for ${zones.length} zones, so that each public subnet holds a load balancer`;
    checks.expect(false, {
      path: "cidr",
      code: "network.cidr-narrow",
      got: cidr,
      wanted: room,
      fix: "Widen the block or take fewer zones.",
    });
  }
}

export function checkNat(checks: Checks, { nat, natInstance }: NetworkRecord, asked: boolean): void {
  checks.expect(NAT_MODES.includes(nat), {
    path: "nat",
    code: "network.nat",
    got: nat,
    wanted: NAT_MODES.join(", "),
    fix: "Choose one; the README has the prices.",
  });
  checks.expect(nat === "instance" || !asked, {
    path: "natInstance",
    code: "network.nat-instance",
    got: nat,
    wanted: 'nat: "instance"',
    fix: "Remove natInstance or set nat.",
  });
  const { instanceType, amiId } = natInstance;
  const types = natFacts.instanceTypes;
  checks.expect(types.includes(instanceType), {
    path: "natInstance.instanceType",
    code: "network.nat-instance-type",
    got: instanceType,
    wanted: `one of ${types.join(", ")}`,
    fix: "Take an arm64 type: the image is for arm64.",
  });
  const ami = amiId === null || /^ami-[0-9a-f]{8,17}$/.test(amiId);
  checks.expect(ami, {
    path: "natInstance.amiId",
    code: "network.nat-ami",
    got: amiId,
    wanted: "an image id such as ami-0123456789abcdef0",
    fix: "Correct the id, or leave it out.",
  });
}

export function checkEndpoints(checks: Checks, names: readonly string[]): void {
  for (const [index, name] of names.entries()) {
    const path = `interfaceEndpoints[${index}]`;
    const gateway = endpointNames.gateway.includes(name);
    checks.expect(!gateway, {
      path,
      code: "network.endpoint-gateway",
      got: name,
      wanted: "an interface endpoint",
      fix: "Remove it: its gateway endpoint is always made, and free.",
    });
    const known = gateway || endpointNames.interface.includes(name);
    checks.expect(known, {
      path,
      code: "network.endpoint",
      got: name,
      wanted: `one of ${endpointNames.interface.join(", ")}`,
      fix: "Correct the name, or add it to data/endpoints.json.",
    });
    checks.expect(names.indexOf(name) === index, {
      path,
      code: "network.endpoint-twice",
      got: name,
      wanted: "each endpoint once",
      fix: "Remove the repeated one.",
    });
  }
}
