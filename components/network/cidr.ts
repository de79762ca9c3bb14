import { isIPv4 } from "node:net";

/** Widest and narrowest blocks that Amazon VPC takes as prefix lengths here. */
export const VPC_PREFIX = { widest: 16, narrowest: 23 } as const;
/** A load balancer needs a subnet of at least 32 addresses, 8 of them free. */
const NARROWEST_SUBNET_PREFIX = 27;

const PRIVATE = /^(10\.|172\.(1[6-9]|2\d|3[01])\.|192\.168\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;
export type CidrFault = "syntax" | "host-bits" | "public" | "size";

/** What is wrong with a VPC block, or undefined. */
export function cidrFault(cidr: string): CidrFault | undefined {
  const [, address = "", digits = ""] = /^([\d.]+)\/(\d{1,2})$/.exec(cidr) ?? [];
  const prefix = Number(digits);
  if (!isIPv4(address) || prefix > 32) return "syntax";
  if (addressNumber(address) % 2 ** (32 - prefix) !== 0) return "host-bits";
  if (!PRIVATE.test(address)) return "public";
  return prefix < VPC_PREFIX.widest || prefix > VPC_PREFIX.narrowest ? "size" : undefined;
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

function addressNumber(address: string): number {
  return address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
}
