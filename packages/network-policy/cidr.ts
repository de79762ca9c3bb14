import { BlockList, isIP } from "node:net";

interface Block {
  readonly address: string;
  readonly prefix: number;
  readonly family: "ipv4" | "ipv6";
}

export function isCidr(text: string): boolean {
  return parse(text) !== null;
}

/** What is wrong with `except` inside `cidr`, as the API server sees it; null where nothing is. */
export function exceptProblem(cidr: string, except: string): string | null {
  const outer = parse(cidr);
  const inner = parse(except);
  if (outer === null || inner === null) return null;
  const inside =
    outer.family === inner.family && outer.prefix < inner.prefix && matcher(outer).check(inner.address, inner.family);
  return inside ? null : `a block inside ${cidr} and smaller`;
}

/** True for addresses inside `cidr` and outside every `except`. */
export function ipBlockMatcher(cidr: string, except: readonly string[]): (ip: string) => boolean {
  const within = matcher(block(cidr));
  const without = except.map((text) => matcher(block(text)));
  return (ip) => {
    const family = familyOf(ip);
    return within.check(ip, family) && !without.some((list) => list.check(ip, family));
  };
}

function matcher({ address, prefix, family }: Block): BlockList {
  const list = new BlockList();
  list.addSubnet(address, prefix, family);
  return list;
}

function block(cidr: string): Block {
  const parsed = parse(cidr);
  if (parsed === null) throw new Error(`${cidr} is no address block`);
  return parsed;
}

function parse(text: string): Block | null {
  const found = /^([0-9a-f.:]+)\/(\d{1,3})$/i.exec(text);
  const version = found === null ? 0 : isIP(found[1]!);
  if (found === null || version === 0 || Number(found[2]) > (version === 4 ? 32 : 128)) return null;
  return { address: found[1]!, prefix: Number(found[2]), family: version === 4 ? "ipv4" : "ipv6" };
}

function familyOf(ip: string): "ipv4" | "ipv6" {
  return isIP(ip) === 4 ? "ipv4" : "ipv6";
}
