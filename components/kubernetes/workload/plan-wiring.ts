import type { Input, Resource } from "@pulumi/pulumi";
import type { PolicyStatement } from "../../shared/index.ts";
import type { IngressSource } from "./network-args.ts";

/** What the plan does not hold: the account, and what other components or the cluster's owner made. All optional. */
export interface PlanWiring {
  /** Twelve digits, plain. Gives images their registry in mode `eks`, queues their URL, roles their trust. */
  readonly accountId?: string;
  /** EKS only: physical name of the cluster. */
  readonly clusterName?: string;
  /** Registry host before bare images. Default: the account's own in mode `eks`, none in `existing`. */
  readonly registry?: string;
  /** ClusterSecretStore. Default `platform`, as the External Secrets add-on names it. */
  readonly secretStore?: string;
  /** Where spans are sent, by OTLP over HTTP. Default: nowhere. */
  readonly collector?: { readonly service: string; readonly namespace: string; readonly port: number };
  /** Namespace Prometheus runs in. Default `monitoring`. */
  readonly monitoringNamespace?: string;
  /** Where the ingress controller's connections come from. Default: known for well-known classes. */
  readonly ingressSource?: IngressSource;
  /** Where databases and caches are. Default: the plan's network. */
  readonly storeCidrs?: readonly string[];
  /** Address of NodeLocal DNSCache. Default none. */
  readonly nodeLocalDnsCidr?: string;
  /** What pods may do on AWS, by service; mode `eks` only. A service without statements gets no role. */
  readonly statements?: Readonly<Record<string, readonly PolicyStatement[]>>;
  /** By queue name. Default: `<project>-<environment>-<queue>` of the account, or the bare name without one. */
  readonly queueUrls?: Readonly<Record<string, Input<string>>>;
  /** What must be there first: namespaces, priority classes, add-ons' resource types. */
  readonly dependsOn?: readonly Resource[];
}
