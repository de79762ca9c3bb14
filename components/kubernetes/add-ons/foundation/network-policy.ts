import type { NetworkPolicyArgs } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { NAME_LABEL } from "@pyairtable/kubernetes-facts";
import { allPodsOf, blockOf, dnsRule, type PolicyPeer, tcp } from "../../shared/index.ts";
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
  | { readonly cidrs: readonly string[] }
  | { readonly namespace: string };

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

/** A policy of allowances; what it does not name is denied to the deployment's pods. */
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
        ports: connection.ports.map(tcp),
      })),
      egress: [
        dnsRule(network.nodeLocalDnsCidr),
        ...allowance.to.map((connection) => ({
          to: connection.peer === "api-server" ? dialled(network) : peers(connection.peer, network),
          ports: (connection.peer === "api-server" ? network.apiServerPorts : connection.ports).map(tcp),
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

/** Where a pod finds the API server: at its endpoints, or at its Service, as the plugin sees it. */
function dialled({ apiServerCidrs, serviceCidr }: ClusterNetwork): PolicyPeer[] {
  return serviceCidr === null || apiServerCidrs.length === 0 ? [] : [...apiServerCidrs, serviceCidr].map(blockOf);
}

/** An empty list of peers is every peer. */
function peers(peer: Peer, network: ClusterNetwork): PolicyPeer[] {
  if (typeof peer === "object") return "cidrs" in peer ? peer.cidrs.map(blockOf) : [allPodsOf(peer.namespace)];
  switch (peer) {
    case "anywhere":
      return [];
    case "api-server":
      return network.apiServerCidrs.map(blockOf);
    case "monitoring":
      return [allPodsOf(network.monitoringNamespace)];
    case "own-namespace":
      return [{ podSelector: { matchLabels: {} } }];
  }
}
