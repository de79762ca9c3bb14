/** An IPv4 block: first address as a number, and prefix length. */
export interface Block {
  readonly start: number;
  readonly prefix: number;
}

/** Reads `10.0.0.0/16`; undefined when it is no IPv4 CIDR or has host bits set. */
export function parseCidr(cidr: string): Block | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
  if (match === null) return undefined;
  const octets = match.slice(1, 5).map(Number);
  const prefix = Number(match[5]);
  if (prefix > 32 || octets.some((octet) => octet > 255)) return undefined;
  const start = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  return start % sizeOf(prefix) === 0 ? { start, prefix } : undefined;
}

export function formatCidr({ start, prefix }: Block): string {
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256);
  return `${octets.join(".")}/${prefix}`;
}

/** Addresses in a block of this prefix length. */
export function sizeOf(prefix: number): number {
  return 2 ** (32 - prefix);
}

export function contains(outer: Block, inner: Block): boolean {
  return outer.start <= inner.start && inner.start + sizeOf(inner.prefix) <= outer.start + sizeOf(outer.prefix);
}

export function overlaps(a: Block, b: Block): boolean {
  return a.start < b.start + sizeOf(b.prefix) && b.start < a.start + sizeOf(a.prefix);
}

/** The first block of `prefix` that starts at or after `address`. */
export function alignedAt(address: number, prefix: number): Block {
  const size = sizeOf(prefix);
  return { start: Math.ceil(address / size) * size, prefix };
}
