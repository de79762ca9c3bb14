import { isIP } from "node:net";
import { type CompiledPolicy, compilePolicy, type Party } from "./compile.ts";
import { explainFlow } from "./explain.ts";
import { type Flow, passes } from "./flow.ts";
import { type Matrix, type MatrixOptions, matrixOf } from "./matrix.ts";
import { readNetwork } from "./read-network.ts";
import type { Endpoint, Labels, NetworkInput, Protocol, Verdict } from "./types.ts";

export interface Network {
  /** `namespace/name` of every pod, sorted. */
  readonly pods: readonly string[];
  /**
   * True where the policies let `from` open a connection to `port` of `to`. Whether anything listens there is not asked.
   * Throws an `Error` for a pod that was not given.
   */
  reachable(from: Endpoint, to: Endpoint, port: number, protocol?: Protocol): boolean;
  /** The same answer with its reasons. */
  explain(from: Endpoint, to: Endpoint, port: number, protocol?: Protocol): Verdict;
  /** Every pod against the declared ports of every pod. */
  matrix(options?: MatrixOptions): Matrix;
}

interface Entry {
  readonly party: Party;
  readonly egress: readonly CompiledPolicy[];
  readonly ingress: readonly CompiledPolicy[];
}

/** Reads namespaces, pods and policies; throws one `UserError` with everything that Kubernetes would refuse. */
export function networkOf(input: NetworkInput): Network {
  const { namespaces, pods, policies } = readNetwork(input);
  const compiled = policies.map(compilePolicy);
  const entries = new Map<string, Entry>();
  for (const pod of pods) {
    const name = `${pod.namespace}/${pod.name}`;
    const selectable =
      pod.hostNetwork === true
        ? null
        : { namespace: pod.namespace, labels: pod.labels ?? {}, namespaceLabels: labelsOf(namespaces, pod.namespace) };
    entries.set(name, entryOf({ name, pod: selectable, ip: pod.ip ?? null, ports: pod.ports ?? [] }, compiled));
  }
  const find = (endpoint: Endpoint): Entry => {
    if (typeof endpoint !== "string") return outside(endpoint.ip);
    const entry = entries.get(endpoint);
    if (entry === undefined) throw new Error(`no pod ${endpoint}; pods are named namespace/name`);
    return entry;
  };
  const flow = (from: Endpoint, to: Endpoint, port: number, protocol: Protocol): Flow => {
    const caller = find(from);
    const callee = find(to);
    const query = { port, protocol, declared: callee.party.ports };
    return { from: caller.party, to: callee.party, query, egress: caller.egress, ingress: callee.ingress };
  };
  const names = [...entries.keys()].sort();
  return {
    pods: names,
    reachable: (from, to, port, protocol = "TCP") => isSelf(from, to) || passes(flow(from, to, port, protocol)),
    explain: (from, to, port, protocol = "TCP") => explainFlow(flow(from, to, port, protocol), isSelf(from, to)),
    matrix: (options = {}) =>
      matrixOf(names, options, {
        ports: (name) => find(name).party.ports,
        passes: (from, to, port, protocol) => passes(flow(from, to, port, protocol)),
      }),
  };
}

/** A pod cannot shut itself off from itself. */
function isSelf(from: Endpoint, to: Endpoint): boolean {
  return typeof from === "string" && from === to;
}

function entryOf(party: Party, policies: readonly CompiledPolicy[]): Entry {
  const selecting = policies.filter((policy) => policy.selects(party));
  return {
    party,
    egress: selecting.filter((policy) => policy.egress !== null),
    ingress: selecting.filter((policy) => policy.ingress !== null),
  };
}

function outside(ip: string): Entry {
  if (isIP(ip) === 0) throw new Error(`${ip} is no IP address`);
  return { party: { name: ip, pod: null, ip, ports: [] }, egress: [], ingress: [] };
}

function labelsOf(namespaces: ReadonlyMap<string, Labels>, name: string): Labels {
  return namespaces.get(name) ?? {};
}
