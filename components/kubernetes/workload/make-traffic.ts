import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { Ingress } from "@pulumi/kubernetes/networking/v1/ingress.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { child } from "../../shared/index.ts";
import { ingressManifest } from "./ingress.ts";
import { networkPolicyManifest } from "./network-policy.ts";
import { serviceMonitorManifest } from "./service-monitor.ts";
import type { WorkloadSite } from "./site.ts";

/** Who may talk to it. Made before the pods: they must never run unguarded. */
export function makeNetworkPolicy({ name, record, transform, opts }: WorkloadSite): NetworkPolicy {
  return new NetworkPolicy(
    ...child(transform?.networkPolicy, `${name}-network-policy`, networkPolicyManifest(record), opts),
  );
}

/** Where it is reached from outside, and who reads its metrics. */
export function makeTraffic({ name, record, transform, opts }: WorkloadSite): void {
  const ingress = ingressManifest(record);
  if (ingress !== null) new Ingress(...child(transform?.ingress, `${name}-ingress`, ingress, opts));
  const monitor = serviceMonitorManifest(record);
  if (monitor !== null)
    new CustomResource(...child(transform?.serviceMonitor, `${name}-monitor`, { ...monitor }, opts));
}
