/** Where a public service is reached. TLS always: with the controller's own certificate unless annotations say else. */
export interface RouteArgs {
  /** Example `api.example.com`. */
  readonly host: string;
  /** From `/`, with `*` at the end only. Example `/attachments/*`. */
  readonly paths: readonly string[];
  /** Name of an IngressClass. Example `nginx`, `alb`. */
  readonly ingressClass: string;
  /** What that controller reads. Default none. */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Prometheus reads `path` at the service's own port. */
export interface MetricsArgs {
  /** Default `/metrics`. */
  readonly path?: string;
  /** Default 30. */
  readonly intervalSeconds?: number;
}

/** A service's pods, by namespace and name. */
export interface PeerArgs {
  readonly service: string;
  readonly namespace: string;
}

/** Where the ingress controller's connections come from: its pods, or addresses (a load balancer outside). */
export type IngressSource = { readonly namespace: string } | { readonly cidrs: readonly string[] };

/**
 * Everything not named here is denied, both ways, except DNS. Blocks are never cut with `except`: on Amazon's plugin
 * that overrides other rules (amazon-network-policy-controller-k8s issue 146).
 */
export interface NetworkArgs {
  /** Who calls it, at its port. */
  readonly callers?: readonly PeerArgs[];
  /** Whom it calls, at theirs. */
  readonly callees?: readonly (PeerArgs & { readonly port: number })[];
  /** Needed where `route` is set. */
  readonly ingressSource?: IngressSource | null;
  /** Namespace Prometheus runs in; needed where `metrics` is set. */
  readonly monitoringNamespace?: string | null;
  /** TCP to addresses outside the cluster: databases, caches, cloud APIs. */
  readonly stores?: readonly StoreArgs[];
  /** HTTPS to anywhere, with the reason; null (default) closes it. */
  readonly internet?: { readonly why: string } | null;
  /** Address of NodeLocal DNSCache, e.g. `169.254.20.10/32`. Default null: DNS is CoreDNS alone. */
  readonly nodeLocalDnsCidr?: string | null;
}

export interface StoreArgs {
  /** Said in errors. Example `postgres`. */
  readonly name: string;
  readonly port: number;
  /** IPv4 blocks. */
  readonly cidrs: readonly string[];
}
