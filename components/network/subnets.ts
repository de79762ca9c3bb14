import type * as awsx from "@pulumi/awsx/types/input.js";
import { zonePrefix } from "./cidr.ts";

/**
 * Three subnets per zone that fill the zone's share with no gap: private half (one address per task),
 * public and isolated a quarter each. The largest comes first, since the layout aligns in the order given.
 */
export function subnetSpecs(cidr: string, zones: number): awsx.ec2.SubnetSpecArgs[] {
  const zone = zonePrefix(cidr, zones);
  return [
    { type: "Private", name: "private", cidrMask: zone + 1 },
    { type: "Public", name: "public", cidrMask: zone + 2 },
    { type: "Isolated", name: "isolated", cidrMask: zone + 2 },
  ];
}
