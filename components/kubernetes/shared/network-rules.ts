import { NAMESPACE_LABEL } from "@pyairtable/kubernetes-facts";
import { podLabels } from "./labels.ts";

/** Parts of a `networking.k8s.io/v1` NetworkPolicy, plain. */
export interface PolicyPeer {
  readonly namespaceSelector?: { readonly matchLabels: Record<string, string> };
  readonly podSelector?: { readonly matchLabels: Record<string, string> };
  /** Never with `except`: on Amazon's plugin that overrides other rules (amazon-network-policy-controller-k8s issue 146). */
  readonly ipBlock?: { readonly cidr: string };
}
export interface PolicyPort {
  /** Number, or name of a port of the pod that is reached. */
  readonly port: number | string;
  readonly protocol: "TCP" | "UDP";
}
export interface IngressRule {
  readonly from: PolicyPeer[];
  readonly ports: PolicyPort[];
}
export interface EgressRule {
  readonly to: PolicyPeer[];
  readonly ports: PolicyPort[];
}

/** A service's pods in its namespace. */
export function podsOf(service: string, namespace: string): PolicyPeer {
  return { ...allPodsOf(namespace), podSelector: { matchLabels: podLabels(service) } };
}

export function allPodsOf(namespace: string): PolicyPeer {
  return { namespaceSelector: { matchLabels: { [NAMESPACE_LABEL]: namespace } } };
}

export function blockOf(cidr: string): PolicyPeer {
  return { ipBlock: { cidr } };
}

export function tcp(port: number | string): PolicyPort {
  return { port, protocol: "TCP" };
}

/** Port 53 of the cluster's DNS pods, and of NodeLocal DNSCache where there is one; without it nothing finds anything. */
export function dnsRule(nodeLocalDnsCidr: string | null): EgressRule {
  const dnsPods = { ...allPodsOf("kube-system"), podSelector: { matchLabels: { "k8s-app": "kube-dns" } } };
  return {
    to: [dnsPods, ...(nodeLocalDnsCidr === null ? [] : [blockOf(nodeLocalDnsCidr)])],
    ports: [
      { port: 53, protocol: "UDP" },
      { port: 53, protocol: "TCP" },
    ],
  };
}

/** IPv4 as Kubernetes takes it: `10.0.0.0/16`, no bits beyond the mask checked. */
export function isIpv4Block(block: unknown): block is string {
  if (typeof block !== "string") return false;
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(block);
  if (match === null) return false;
  const [, ...parts] = match.map(Number);
  return parts.slice(0, 4).every((part) => part <= 255) && (parts[4] as number) <= 32;
}
