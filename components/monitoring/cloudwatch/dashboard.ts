/** What CloudWatch knows without Prometheus; identifiers are plain but for the load balancer's. */
export interface DashboardSource {
  readonly region: string;
  readonly clusterName: string;
  readonly loadBalancer: string;
  readonly databases: readonly string[];
  readonly caches: readonly string[];
}

type Metric = readonly (string | Readonly<Record<string, unknown>>)[];

const WIDTH = 12;
const HEIGHT = 6;

/** Body of one dashboard: the load balancer, ECS, and databases and caches where there are some. */
export function dashboardBody(source: DashboardSource): Record<string, unknown> {
  const widgets = [...balancer(source), ...cluster(source), ...stores(source)];
  return {
    widgets: widgets.map((widget, index) => ({
      type: "metric",
      x: (index % 2) * WIDTH,
      y: Math.floor(index / 2) * HEIGHT,
      width: WIDTH,
      height: HEIGHT,
      properties: { region: source.region, view: "timeSeries", stacked: false, period: 60, ...widget },
    })),
  };
}

function balancer({ loadBalancer }: DashboardSource) {
  const metric = (name: string, more: object): Metric => [
    "AWS/ApplicationELB",
    name,
    "LoadBalancer",
    loadBalancer,
    { ...more },
  ];
  return [
    {
      title: "Load balancer: requests and failures",
      metrics: [
        metric("RequestCount", { stat: "Sum", label: "requests" }),
        metric("HTTPCode_Target_5XX_Count", { stat: "Sum", label: "5xx of services" }),
        metric("HTTPCode_ELB_5XX_Count", { stat: "Sum", label: "5xx of the balancer" }),
        metric("RejectedConnectionCount", { stat: "Sum", label: "refused" }),
      ],
    },
    {
      title: "Load balancer: answer time",
      metrics: ["p50", "p95", "p99"].map((stat) => metric("TargetResponseTime", { stat, label: stat })),
    },
  ];
}

/** Searches find services that come later too. */
function cluster({ clusterName }: DashboardSource) {
  const search = (name: string, stat: string): Metric => [
    {
      expression: `SEARCH('{AWS/ECS,ClusterName,ServiceName} MetricName="${name}" ClusterName="${clusterName}"', '${stat}', 300)`,
      label: "",
      id: name.toLowerCase(),
    },
  ];
  return [
    { title: "ECS: CPU of each service, percent", metrics: [search("CPUUtilization", "Average")] },
    { title: "ECS: memory of each service, percent", metrics: [search("MemoryUtilization", "Average")] },
  ];
}

function stores({ databases, caches }: DashboardSource) {
  const of = (namespace: string, dimension: string, ids: readonly string[], name: string): readonly Metric[] =>
    ids.map((id) => [namespace, name, dimension, id, { stat: "Average", label: id }]);
  const rds = (name: string) => of("AWS/RDS", "DBInstanceIdentifier", databases, name);
  const redis = (name: string) => of("AWS/ElastiCache", "CacheClusterId", caches, name);
  return [
    ...(databases.length === 0
      ? []
      : [
          { title: "RDS: CPU, percent", metrics: rds("CPUUtilization") },
          { title: "RDS: connections", metrics: rds("DatabaseConnections") },
        ]),
    ...(caches.length === 0
      ? []
      : [
          { title: "Redis: memory used, percent", metrics: redis("DatabaseMemoryUsagePercentage") },
          { title: "Redis: evictions", metrics: redis("Evictions") },
        ]),
  ];
}
