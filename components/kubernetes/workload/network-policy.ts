import type { NetworkPolicyArgs } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import {
  allPodsOf,
  blockOf,
  dnsRule,
  type EgressRule,
  type IngressRule,
  POD_IDENTITY_AGENT,
  podLabels,
  podsOf,
  tcp,
} from "../shared/index.ts";
import { metadataOf, PORT_NAME } from "./metadata.ts";
import type { WorkloadRecord } from "./record.ts";

/** One policy for both directions of a service's pods; what it does not name is denied. */
export function networkPolicyManifest(record: WorkloadRecord) {
  return {
    metadata: metadataOf(record),
    spec: {
      podSelector: { matchLabels: podLabels(record.service) },
      policyTypes: ["Ingress", "Egress"],
      ingress: ingressRules(record),
      egress: egressRules(record),
    },
  } satisfies NetworkPolicyArgs;
}

/** All at its own port, by its name: callers, the ingress controller, Prometheus. */
function ingressRules({ network, route, metrics }: WorkloadRecord): IngressRule[] {
  const from = network.callers.map(({ service, namespace }) => podsOf(service, namespace));
  if (route !== null && network.ingressSource !== null) {
    const source = network.ingressSource;
    from.push(...("namespace" in source ? [allPodsOf(source.namespace)] : source.cidrs.map(blockOf)));
  }
  if (metrics !== null && network.monitoringNamespace !== null) from.push(allPodsOf(network.monitoringNamespace));
  return from.length === 0 ? [] : [{ from, ports: [tcp(PORT_NAME)] }];
}

function egressRules({ network, identity }: WorkloadRecord): EgressRule[] {
  return [
    dnsRule(network.nodeLocalDnsCidr),
    // One rule a port: callees that listen alike share it.
    ...[...Map.groupBy(network.callees, ({ port }) => port)].map(([port, callees]) => ({
      to: callees.map(({ service, namespace }) => podsOf(service, namespace)),
      ports: [tcp(port)],
    })),
    ...network.stores.map(({ port, cidrs }) => ({ to: cidrs.map(blockOf), ports: [tcp(port)] })),
    ...(network.internet === null ? [] : [{ to: [blockOf("0.0.0.0/0")], ports: [tcp(443)] }]),
    ...(identity === null ? [] : [{ to: [blockOf(POD_IDENTITY_AGENT.cidr)], ports: [tcp(POD_IDENTITY_AGENT.port)] }]),
  ];
}
