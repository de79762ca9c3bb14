import type { NetworkPolicyArgs } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import type { networking } from "@pulumi/kubernetes/types/input.js";
import { NAME_LABEL, NAMESPACE_LABEL } from "@pyairtable/kubernetes-facts";
import type { AddOnRecord, ClusterNetwork } from "../common-args.ts";
import type { LocalAddOnName } from "../versions.ts";
import { objectLabels } from "./labels.ts";

/** The other end of an allowed connection. */
export type Peer =
  /** The control plane: webhooks and aggregated APIs are called by it, controllers call it. */
  | "api-server"
  /** Pods of the monitoring namespace. */
  | "monitoring"
  /** Pods of the add-on's own namespace. */
  | "own-namespace"
  /** Any address: a cloud's API, or every node. */
  | "anywhere"
  | { readonly cidrs: readonly string[] };

export interface Connection {
  readonly peer: Peer;
  /** Ports of pods, not of Services. Empty where `peer` is `api-server` and the pod is the caller. */
  readonly ports: readonly number[];
}

/** What the pods of one deployment may be reached by and may reach, beside DNS. */
export interface Allowance {
  /** Value of `app.kubernetes.io/name`. */
  readonly workload: string;
  readonly from: readonly Connection[];
  readonly to: readonly Connection[];
}

/** DNS first and alone: on the VPC CNI an address block with exceptions beside it has overridden port 53. */
export function allowanceArgs(addOn: LocalAddOnName, record: AddOnRecord, allowance: Allowance): NetworkPolicyArgs {
  const { network } = record;
  return {
    metadata: {
      name: allowance.workload,
      namespace: record.namespace,
      labels: objectLabels(addOn, record, allowance.workload),
    },
    spec: {
      podSelector: { matchLabels: { [NAME_LABEL]: allowance.workload } },
      policyTypes: ["Ingress", "Egress"],
      ingress: allowance.from.map((connection) => ({
        from: peers(connection.peer, network),
        ports: tcp(connection.ports),
      })),
      egress: [
        ...dns(network),
        ...allowance.to.map((connection) => ({
          to: peers(connection.peer, network),
          ports: tcp(connection.peer === "api-server" ? network.apiServerPorts : connection.ports),
        })),
      ],
    },
  };
}

/** Nothing in, nothing out, for whichever pod no other policy selects. */
export function defaultDenyArgs(
  addOn: LocalAddOnName,
  record: Pick<AddOnRecord, "tags">,
  namespace: string,
): NetworkPolicyArgs {
  return {
    metadata: { name: "default-deny", namespace, labels: objectLabels(addOn, record) },
    spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"], ingress: [], egress: [] },
  };
}

function dns({ nodeLocalDnsCidr }: ClusterNetwork): networking.v1.NetworkPolicyEgressRule[] {
  const ports = [
    { protocol: "UDP", port: 53 },
    { protocol: "TCP", port: 53 },
  ];
  const coreDns = {
    namespaceSelector: { matchLabels: { [NAMESPACE_LABEL]: "kube-system" } },
    podSelector: { matchLabels: { "k8s-app": "kube-dns" } },
  };
  const local = nodeLocalDnsCidr === null ? [] : [{ to: [{ ipBlock: { cidr: nodeLocalDnsCidr } }], ports }];
  return [{ to: [coreDns], ports }, ...local];
}

/** An empty list of peers is every peer. */
function peers(peer: Peer, network: ClusterNetwork): networking.v1.NetworkPolicyPeer[] {
  if (typeof peer === "object") return blocks(peer.cidrs);
  switch (peer) {
    case "anywhere":
      return [];
    case "api-server":
      return blocks(network.apiServerCidrs);
    case "monitoring":
      return [{ namespaceSelector: { matchLabels: { [NAMESPACE_LABEL]: network.monitoringNamespace } } }];
    case "own-namespace":
      return [{ podSelector: {} }];
  }
}

function blocks(cidrs: readonly string[]): networking.v1.NetworkPolicyPeer[] {
  return cidrs.map((cidr) => ({ ipBlock: { cidr } }));
}

function tcp(ports: readonly number[]): networking.v1.NetworkPolicyPort[] {
  return ports.map((port) => ({ protocol: "TCP", port }));
}
