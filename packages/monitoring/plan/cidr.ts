/** Whether every address of an IPv4 block is in another; false for what is no block. */
export function within(inner: string, outer: string): boolean {
  const [a, b] = [parse(inner), parse(outer)];
  if (a === null || b === null || a.bits < b.bits) return false;
  const shift = 32 - b.bits;
  return Math.floor(a.address / 2 ** shift) === Math.floor(b.address / 2 ** shift);
}

function parse(cidr: string): { readonly address: number; readonly bits: number } | null {
  const [, text, bits] = /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})$/.exec(cidr) ?? [];
  if (text === undefined || bits === undefined) return null;
  const parts = text.split(".").map(Number);
  if (parts.some((part) => part > 255) || Number(bits) > 32) return null;
  return { address: parts.reduce((sum, part) => sum * 256 + part, 0), bits: Number(bits) };
}
