import type { Graph, GraphResource } from "../../graph.ts";
import type { NetworkPolicySpec } from "../../kubernetes-types.ts";
import type { PropsOf } from "../../resource-types.ts";
import { namespaceOf } from "./metadata.ts";
import { selects } from "./selectors.ts";
import type { Workload } from "./workloads.ts";

export const NETWORK_POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
export type NetworkPolicy = GraphResource<PropsOf<typeof NETWORK_POLICY>>;
export type Direction = "Ingress" | "Egress";

/** Directions a policy closes for the pods it selects, with the API's default. */
export function directionsOf({ policyTypes, egress = [] }: NetworkPolicySpec): readonly string[] {
  return policyTypes ?? (egress.length > 0 ? ["Ingress", "Egress"] : ["Ingress"]);
}

/** Policies that close one direction of a workload's pods. */
export function policiesOver(graph: Graph, workload: Workload, direction: Direction): readonly NetworkPolicySpec[] {
  const labels = workload.template.metadata?.labels ?? {};
  return graph
    .ofType(NETWORK_POLICY)
    .filter((policy) => namespaceOf(policy) === workload.namespace)
    .map(({ props }) => props.spec)
    .filter((spec) => spec !== undefined)
    .filter((spec) => directionsOf(spec).includes(direction) && selects(spec.podSelector, labels));
}

export interface Port {
  readonly protocol?: string;
  readonly port?: number | string;
  readonly endPort?: number;
}
interface Peer {
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}
/** One rule of either direction: the other ends and the ports. */
export interface Passage {
  readonly direction: Direction;
  readonly peers: readonly Peer[];
  readonly ports: readonly Port[];
}

/** Everything a policy lets through. No peers means any, no ports all. */
export function passagesOf({ ingress = [], egress = [] }: NetworkPolicySpec): readonly Passage[] {
  return [
    ...ingress.map(({ from = [], ports = [] }): Passage => ({ direction: "Ingress", peers: from, ports })),
    ...egress.map(({ to = [], ports = [] }): Passage => ({ direction: "Egress", peers: to, ports })),
  ];
}

/** True where the other end may be any address. */
export function isOpen({ peers }: Passage): boolean {
  return peers.length === 0 || peers.some(({ ipBlock }) => ipBlock !== undefined && /\/0$/.test(ipBlock.cidr));
}

/** Ports as messages name them: `TCP 443`, `TCP 1024-2048`, `all ports`. */
export function showPorts(ports: readonly Port[]): string {
  if (ports.length === 0) return "all ports";
  return ports
    .map(
      ({ protocol = "TCP", port = "all", endPort }) =>
        `${protocol} ${port}${endPort === undefined ? "" : `-${endPort}`}`,
    )
    .join(", ");
}
