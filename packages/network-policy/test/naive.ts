import type { Labels, PodInput, Protocol } from "../index.ts";

// A second reading of the documentation, slow and literal, sharing no code with the evaluator. It decides one flow from
// raw objects; the property test holds the two against each other.

// biome-ignore lint/suspicious/noExplicitAny: raw objects, as a cluster stores them.
export type Raw = any;

export interface World {
  readonly namespaces: readonly { readonly name: string; readonly labels: Labels }[];
  readonly pods: readonly PodInput[];
  readonly policies: readonly Raw[];
}

type End = PodInput | { readonly ip: string };

export function naivelyReachable(world: World, from: End, to: End, port: number, protocol: Protocol): boolean {
  if (from === to) return true;
  return (
    sideLets(world, "Egress", from, to, to, port, protocol) && sideLets(world, "Ingress", to, from, to, port, protocol)
  );
}

function sideLets(
  world: World,
  type: string,
  me: End,
  other: End,
  callee: End,
  port: number,
  protocol: Protocol,
): boolean {
  if (!("namespace" in me) || me.hostNetwork === true) return true;
  let isolated = false;
  for (const policy of world.policies) {
    if (policy.metadata.namespace !== me.namespace) continue;
    if (!labelsMatch(policy.spec.podSelector ?? {}, me.labels ?? {})) continue;
    let types = policy.spec.policyTypes;
    if (types === undefined || types.length === 0)
      types = policy.spec.egress?.length ? ["Ingress", "Egress"] : ["Ingress"];
    if (!types.includes(type)) continue;
    isolated = true;
    const rules = (type === "Ingress" ? policy.spec.ingress : policy.spec.egress) ?? [];
    for (const rule of rules) {
      const peers = (type === "Ingress" ? rule.from : rule.to) ?? [];
      let peerFits = peers.length === 0;
      for (const peer of peers) if (peerIs(world, policy.metadata.namespace, peer, other)) peerFits = true;
      let portFits = (rule.ports ?? []).length === 0;
      for (const entry of rule.ports ?? []) if (portIs(entry, callee, port, protocol)) portFits = true;
      if (peerFits && portFits) return true;
    }
  }
  return !isolated;
}

function peerIs(world: World, home: string, peer: Raw, other: End): boolean {
  if (peer.ipBlock) {
    if (other.ip === undefined) return false;
    if (!inBlock(other.ip, peer.ipBlock.cidr)) return false;
    return !(peer.ipBlock.except ?? []).some((block: string) => inBlock(other.ip!, block));
  }
  if (!("namespace" in other) || other.hostNetwork === true) return false;
  if (peer.namespaceSelector) {
    const { labels } = world.namespaces.find(({ name }) => name === other.namespace)!;
    const all = { ...labels, "kubernetes.io/metadata.name": other.namespace };
    if (!labelsMatch(peer.namespaceSelector, all)) return false;
  } else if (other.namespace !== home) return false;
  return peer.podSelector ? labelsMatch(peer.podSelector, other.labels ?? {}) : true;
}

function portIs(entry: Raw, callee: End, port: number, protocol: Protocol): boolean {
  if ((entry.protocol ?? "TCP") !== protocol) return false;
  if (entry.port === undefined) return true;
  let low = entry.port;
  if (typeof low === "string") {
    const declared = "namespace" in callee ? (callee.ports ?? []) : [];
    const named = declared.find((one) => one.name === low && (one.protocol ?? "TCP") === protocol);
    if (named === undefined) return false;
    low = named.port;
  }
  const high = entry.endPort ?? low;
  for (let one = low; one <= high; one++) if (one === port) return true;
  return false;
}

function labelsMatch(selector: Raw, labels: Labels): boolean {
  for (const key of Object.keys(selector.matchLabels ?? {})) {
    if (!(key in labels) || labels[key] !== selector.matchLabels[key]) return false;
  }
  for (const { key, operator, values } of selector.matchExpressions ?? []) {
    const has = key in labels;
    if (operator === "Exists" && !has) return false;
    if (operator === "DoesNotExist" && has) return false;
    if (operator === "In" && !(has && values.includes(labels[key]))) return false;
    if (operator === "NotIn" && has && values.includes(labels[key])) return false;
  }
  return true;
}

/** IPv4 only: whole numbers instead of an address library. */
function inBlock(ip: string, block: string): boolean {
  const [address, prefix] = block.split("/") as [string, string];
  const size = 2 ** (32 - Number(prefix));
  return Math.floor(toNumber(ip) / size) === Math.floor(toNumber(address) / size);
}

function toNumber(ip: string): number {
  return ip.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}
