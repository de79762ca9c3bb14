import type { CustomResourceArgs } from "@pulumi/kubernetes/apiextensions/customResource.js";
import type { AddOnRecord } from "../common-args.ts";
import type { LocalAddOnName } from "../versions.ts";
import { objectLabels, selectorLabels } from "./labels.ts";

/** Where a workload's metrics are. */
export interface MetricsEndpoint {
  readonly workload: string;
  /** Name of the Service's port. */
  readonly port: string;
  /** Certificate to check where metrics are served by TLS and ask for a token; null: plain HTTP inside the namespace. */
  readonly tls: { readonly caSecret: string; readonly caKey: string; readonly serverName: string } | null;
}

export function serviceMonitorArgs(
  addOn: LocalAddOnName,
  record: AddOnRecord,
  { workload, port, tls }: MetricsEndpoint,
): CustomResourceArgs {
  const endpoint = {
    port,
    interval: "60s",
    scrapeTimeout: "10s",
    ...(tls === null
      ? { scheme: "http" }
      : {
          scheme: "https",
          bearerTokenFile: "/var/run/secrets/kubernetes.io/serviceaccount/token",
          tlsConfig: { ca: { secret: { name: tls.caSecret, key: tls.caKey } }, serverName: tls.serverName },
        }),
  };
  return {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "ServiceMonitor",
    metadata: { name: workload, namespace: record.namespace, labels: objectLabels(addOn, record, workload) },
    spec: { selector: { matchLabels: selectorLabels(addOn, workload) }, endpoints: [endpoint] },
  };
}
