import { PROJECT } from "../../project.ts";

/** Namespace of a domain: `pyairtable-records`. */
export function namespaceOf(domain: string): string {
  return `${PROJECT}-${domain}`;
}

/** DNS name of a service anywhere in the cluster. */
export function clusterDnsName(service: string, domain: string): string {
  return `${service}.${namespaceOf(domain)}.svc.cluster.local`;
}
