/** How the load balancer reaches a public service. */
export interface RouteArgs {
  /** Path patterns, 1 to 5, each starting with `/`. Example `["/v0/records/*"]`. */
  readonly paths: readonly string[];
  /** Unique at the listener, 1 to 49999; the test listener's rule takes the same. */
  readonly priority: number;
  /** Host header; null (default) for any host the certificate covers. */
  readonly host?: string | null;
  /**
   * Health check: seconds between checks (5 to 10) times failures until unhealthy (2 or more) is at most 10 s,
   * so a draining task leaves the balancer within its wait. Default 5 × 2.
   */
  readonly checkIntervalSeconds?: number;
  readonly unhealthyThreshold?: number;
  /** `least_outstanding_requests` (default) sends to the least busy task; `round_robin` allows slow start. */
  readonly algorithm?: "least_outstanding_requests" | "round_robin";
  /** Seconds in which a new task's share grows, 0 (default, off) or 30 to 900; only with `round_robin`. */
  readonly slowStartSeconds?: number;
}

/** Service Connect: free, but its proxy runs in each task (plan about 64 MiB and a little CPU for it). */
export interface ServiceConnectArgs {
  /** Longest answer, seconds, 0 for no limit. Default 15. */
  readonly requestTimeoutSeconds?: number;
  /** Idle connections close after, seconds. Default 300. */
  readonly idleTimeoutSeconds?: number;
  /** Proxy's own log to the service's group; costs log ingestion (0.50 USD a GB). Default false. */
  readonly proxyLog?: boolean;
  /** One line a request, to the proxy's log; needs `proxyLog`. Default null (off). */
  readonly accessLog?: "TEXT" | "JSON" | null;
}
