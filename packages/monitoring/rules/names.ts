/**
 * The one set of names for both runtimes: `<level>:<what>:<unit or operation>`. Dashboards, alerts and labs use these and
 * never an exporter's own.
 */
export const SERIES = {
  info: "service:info",
  sizeVcpu: "service:size_cpu:vcpu",
  sizeBytes: "service:size_memory:bytes",
  limitVcpu: "service:limit_cpu:vcpu",
  limitBytes: "service:limit_memory:bytes",
  replicasMax: "service:replicas_max:count",
  replicasExpected: "service:replicas_expected:count",
  vcpuPrice: "service:price_cpu:usd_per_vcpu_hour",
  gibPrice: "service:price_memory:usd_per_gib_hour",
  otherCost: "service:other_cost:usd_per_hour",
  latencyTarget: "service:latency_target:seconds",
  disruptionBudget: "service:disruption_budget:bool",
  awake: "platform:awake:bool",

  replicaCpu: "replica:cpu_usage:vcpu",
  replicaCpuRequest: "replica:cpu_request:vcpu",
  replicaMemory: "replica:memory_usage:bytes",
  replicaMemoryRequest: "replica:memory_request:bytes",
  replicaThrottled: "replica:cpu_throttled:ratio",
  podInfo: "pod:service:info",

  replicas: "service:replicas:count",
  cpu: "service:cpu_usage:vcpu",
  cpuRequest: "service:cpu_request:vcpu",
  cpuUtilisation: "service:cpu_utilisation:ratio",
  cpuUtilisationMax: "service:cpu_utilisation:ratio_max",
  cpuBusiest: "service:cpu_busiest:vcpu",
  cpuThrottled: "service:cpu_throttled:ratio",
  memory: "service:memory_usage:bytes",
  memoryRequest: "service:memory_request:bytes",
  memoryUtilisation: "service:memory_utilisation:ratio",
  memoryUtilisationMax: "service:memory_utilisation:ratio_max",
  memoryBusiest: "service:memory_busiest:bytes",
  saturation: "service:saturation:ratio",
  starts: "service:replica_starts:count15m",
  oomKills: "service:oom_killed:bool",

  requests: "service:requests:rate5m",
  errors: "service:errors:ratio_rate5m",
  latencyBuckets: "service:latency_buckets:rate5m",
  latencyP50: "service:latency:p50_5m",
  latencyP95: "service:latency:p95_5m",
  latencyP99: "service:latency:p99_5m",

  history: "service:usage_history:bool",
  presence: "service:presence:ratio_2w",
  cpuWaste: "service:cpu_waste:vcpu",
  memoryWaste: "service:memory_waste:gib",
  cpuWasteUsd: "service:cpu_waste:usd_per_month",
  memoryWasteUsd: "service:memory_waste:usd_per_month",
  waste: "service:waste:usd_per_month",
  platformWaste: "platform:waste:usd_per_month",
  recommendedVcpu: "service:recommended_cpu:vcpu",
  recommendedGiB: "service:recommended_memory:gib",
  over: "service:overprovisioned:bool",
  under: "service:underprovisioned:bool",
  verdict: "service:provisioning:verdict",
  saving: "service:rightsizing_saving:usd_per_month",

  cost: "service:cost:usd_per_hour",
  platformCost: "platform:cost:usd_per_hour",
  sharedCost: "platform:shared_cost:usd_per_hour",
  costDay: "platform:cost:usd_1d",
  budgetDaily: "platform:budget_daily:usd",
  budgetMonthly: "platform:budget_monthly:usd",
} as const;

/** `owner`, `tier` and so on of a service onto what an expression over `service` finds. */
export function withOwner(expression: string, only = ""): string {
  return `(${expression}) * on (service) group_left (owner, tier, domain) ${SERIES.info}${only}`;
}
