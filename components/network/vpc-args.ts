import type { VpcArgs } from "@pulumi/awsx/ec2/index.js";
import type { NatMode } from "@pyairtable/plan";
import { resourceTags } from "../shared/index.ts";
import type { NetworkRecord } from "./args.ts";
import { zonePrefix } from "./cidr.ts";
import { subnetSpecs } from "./subnets.ts";

/** Always stated: the component's own default is a gateway in every zone. */
const NAT_STRATEGY = {
  none: "None",
  single: "Single",
  "per-zone": "OnePerAz",
  instance: "None",
} as const satisfies Record<NatMode, string>;

export function vpcArgs(record: NetworkRecord): VpcArgs {
  return {
    cidrBlock: record.cidr,
    availabilityZoneNames: [...record.zones],
    availabilityZoneCidrMask: zonePrefix(record.cidr, record.zones.length),
    natGateways: { strategy: NAT_STRATEGY[record.nat] },
    subnetStrategy: "Auto",
    subnetSpecs: subnetSpecs(record.cidr, record.zones.length),
    // Private DNS names of interface endpoints need both.
    enableDnsHostnames: true,
    enableDnsSupport: true,
    tags: resourceTags(record.tags),
  };
}
