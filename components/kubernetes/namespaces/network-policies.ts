import type { NetworkPolicyArgs } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { dnsRule } from "../shared/index.ts";
import type { NamespaceArgs } from "./args.ts";
import { metadataIn } from "./manifests.ts";
import { normalise } from "./normalise.ts";
import type { NamespaceRecord } from "./record.ts";

/** Closes every pod of the namespace both ways; each service's own policy opens what its plan names. */
export function defaultDenyManifest(record: NamespaceRecord) {
  return {
    metadata: metadataIn(record, "default-deny"),
    spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
  } satisfies NetworkPolicyArgs;
}

/** DNS for every pod: closing egress without it leaves a namespace in which nothing finds anything. */
export function allowDnsManifest(record: NamespaceRecord) {
  return {
    metadata: metadataIn(record, "allow-dns"),
    spec: { podSelector: {}, policyTypes: ["Egress"], egress: [dnsRule(record.nodeLocalDnsCidr)] },
  } satisfies NetworkPolicyArgs;
}

/** Both of them, from args: what a simulation of the network reads. */
export function namespaceNetworkPolicies(args: NamespaceArgs) {
  const record = normalise(args);
  return [defaultDenyManifest(record), allowDnsManifest(record)];
}
