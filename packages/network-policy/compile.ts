import { ipBlockMatcher } from "./cidr.ts";
import type { Peer, Policy, PolicyPort, PolicyRule } from "./schema.ts";
import { selectorMatcher } from "./selector.ts";
import type { Labels, PortInput, Protocol } from "./types.ts";

/** Either end of a flow, as a policy sees it. */
export interface Party {
  readonly name: string;
  /** Null for addresses outside the cluster and for pods on the node's network: no selector finds them. */
  readonly pod: { readonly namespace: string; readonly labels: Labels; readonly namespaceLabels: Labels } | null;
  readonly ip: string | null;
  readonly ports: readonly PortInput[];
}

export interface PortQuery {
  readonly port: number;
  readonly protocol: Protocol;
  /** Of the callee: what a named port means, in egress as in ingress. */
  readonly declared: readonly PortInput[];
}

export type RuleMatcher = (other: Party, query: PortQuery) => boolean;

export interface CompiledPolicy {
  /** `namespace/name`. */
  readonly name: string;
  readonly selects: (party: Party) => boolean;
  /** Null where the policy says nothing of that direction. */
  readonly ingress: readonly RuleMatcher[] | null;
  readonly egress: readonly RuleMatcher[] | null;
}

export function compilePolicy({ metadata, spec }: Policy): CompiledPolicy {
  const { namespace, name } = metadata;
  const matches = selectorMatcher(spec.podSelector ?? {});
  // The API server's default: ingress always, egress where there is a rule for it.
  const types = spec.policyTypes ?? [];
  const affected = types.length > 0 ? types : ["Ingress", ...((spec.egress ?? []).length > 0 ? ["Egress"] : [])];
  const rules = (type: string, list: readonly PolicyRule[]) =>
    affected.includes(type) ? list.map((rule) => compileRule(namespace, rule)) : null;
  return {
    name: `${namespace}/${name}`,
    selects: ({ pod }) => pod !== null && pod.namespace === namespace && matches(pod.labels),
    ingress: rules("Ingress", spec.ingress ?? []),
    egress: rules("Egress", spec.egress ?? []),
  };
}

/** No peers: any party. No ports: any port. */
function compileRule(namespace: string, { peers, ports }: PolicyRule): RuleMatcher {
  const peerMatchers = peers.map((peer) => compilePeer(namespace, peer));
  const portMatchers = ports.map(compilePort);
  return (other, query) =>
    (peerMatchers.length === 0 || peerMatchers.some((matches) => matches(other))) &&
    (portMatchers.length === 0 || portMatchers.some((matches) => matches(query)));
}

function compilePeer(policyNamespace: string, peer: Peer): (other: Party) => boolean {
  if (peer.ipBlock != null) {
    const matches = ipBlockMatcher(peer.ipBlock.cidr, peer.ipBlock.except ?? []);
    return ({ ip }) => ip !== null && matches(ip);
  }
  const matchesPod = selectorMatcher(peer.podSelector ?? {});
  const matchesNamespace = peer.namespaceSelector == null ? null : selectorMatcher(peer.namespaceSelector);
  return ({ pod }) =>
    pod !== null &&
    matchesPod(pod.labels) &&
    (matchesNamespace === null ? pod.namespace === policyNamespace : matchesNamespace(pod.namespaceLabels));
}

function compilePort(entry: PolicyPort): (query: PortQuery) => boolean {
  const protocol = entry.protocol ?? "TCP";
  const wanted = entry.port ?? null;
  const last = entry.endPort ?? wanted;
  return (query) => {
    if (query.protocol !== protocol) return false;
    if (wanted === null) return true;
    if (typeof wanted === "number") return query.port >= wanted && query.port <= Number(last);
    return query.declared.some(
      ({ name, port, protocol: own = "TCP" }) => name === wanted && port === query.port && own === protocol,
    );
  };
}
