import { parseCidr } from "cidr-tools";

/** Widest and narrowest blocks that Amazon VPC takes as prefix lengths here. */
export const VPC_PREFIX = { widest: 16, narrowest: 23 } as const;
/** A load balancer needs a subnet of at least 32 addresses, 8 of them free. */
const NARROWEST_SUBNET_PREFIX = 27;

const PRIVATE = /^(10\.|172\.(1[6-9]|2\d|3[01])\.|192\.168\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;
const DOTTED = /^(\d{1,3}\.){3}\d{1,3}\/\d{1,2}$/;

export type CidrFault = "syntax" | "host-bits" | "public" | "size";

/** What is wrong with a VPC block, or undefined. */
export function cidrFault(cidr: string): CidrFault | undefined {
  if (!DOTTED.test(cidr)) return "syntax";
  let start: string;
  try {
    start = firstAddress(parseCidr(cidr).start);
  } catch {
    return "syntax";
  }
  const [address, prefix] = cidr.split("/") as [string, string];
  if (start !== address) return "host-bits";
  if (!PRIVATE.test(address)) return "public";
  const length = Number(prefix);
  return length < VPC_PREFIX.widest || length > VPC_PREFIX.narrowest ? "size" : undefined;
}

export function prefixLength(cidr: string): number {
  return Number(cidr.split("/")[1]);
}

/**
 * Prefix length of the share of each zone: a quarter of the VPC up to four zones, an eighth from five on.
 * Fixed slots let a third or fourth zone be added later without moving the subnets of the others.
 */
export function zonePrefix(cidr: string, zones: number): number {
  return prefixLength(cidr) + slotBits(zones);
}

/** Whether the smallest subnet (a quarter of a zone) still holds a load balancer. */
export function zonesFit(cidr: string, zones: number): boolean {
  return prefixLength(cidr) <= narrowestPrefixFor(zones);
}

/** Longest VPC prefix that holds so many zones. */
export function narrowestPrefixFor(zones: number): number {
  return NARROWEST_SUBNET_PREFIX - 2 - slotBits(zones);
}

function slotBits(zones: number): number {
  return zones <= 4 ? 2 : 3;
}

function firstAddress(start: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((start >> shift) & 255n)).join(".");
}
