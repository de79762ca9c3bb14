import type { MonitoringTaskPlan, Plan } from "@pyairtable/plan";
import type { GraphResource } from "../index.ts";
import { monitoringSecrets } from "../plan/monitoring-secrets.ts";
import { resource } from "./resource.ts";

const tags = { Service: "platform" };

/** Whom alarms tell. */
export function topicResources(): GraphResource[] {
  return [resource("aws:kms/key:Key", "alarms", { tags }), resource("aws:sns/topic:Topic", "alarms", { tags })];
}

/** What watches the ECS half, as far as it costs money. */
export function watchingResources(plan: Plan): GraphResource[] {
  const { alarms, logs, prometheus } = plan.monitoring;
  return [
    ...(alarms.composite
      ? ["down", "bad"].map((name) => resource("aws:cloudwatch/compositeAlarm:CompositeAlarm", name, { tags }))
      : []),
    ...(alarms.dashboard ? [resource("aws:cloudwatch/dashboard:Dashboard", "monitoring", {})] : []),
    ...(alarms.canary === null
      ? []
      : [
          resource("aws:route53/healthCheck:HealthCheck", "canary", { type: "HTTPS", requestInterval: 30, tags }),
          resource("aws:cloudwatch/metricAlarm:MetricAlarm", "canary", { period: 60, tags }),
        ]),
    ...logs.metricFilters.flatMap(({ name, services }) =>
      services.map((service) =>
        resource("aws:cloudwatch/logMetricFilter:LogMetricFilter", `${name}-${service}`, {
          metricTransformation: { name },
        }),
      ),
    ),
    ...(prometheus === "off" ? [] : taskResources(plan)),
  ];
}

function taskResources(plan: Plan): GraphResource[] {
  const { monitoring, production, cluster } = plan;
  const { prometheus, grafana, tracing, metricsTask, viewsTask, retentionSizeMiB, retentionDays } = monitoring;
  const secrets = monitoringSecrets(plan).map((name) => ({
    name: "SECRET",
    valueFrom: `arn:aws:secretsmanager:us-east-1:123456789012:secret:${name}`,
  }));
  const managed = prometheus === "managed";
  const command = managed ? [] : [`--storage.tsdb.retention.size=${retentionSizeMiB}MB`];
  const metrics = [
    { name: "prometheus", image: "prometheus:v3", command, secrets },
    { name: "cloudwatch", image: "yet-another-cloudwatch-exporter:v0" },
  ];
  return [
    ...task("monitoring-metrics", metricsTask, metrics),
    ...(grafana.enabled || tracing !== null ? task("monitoring-views", viewsTask, [{ name: "grafana" }]) : []),
    resource("aws:cloudwatch/logGroup:LogGroup", "monitoring", { retentionInDays: cluster.logRetentionDays, tags }),
    resource("aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace", "monitoring", { tags }),
    resource("aws:cloudwatch/metricAlarm:MetricAlarm", "monitoring-down", { period: 60, tags }),
    ...(managed
      ? [
          resource("aws:amp/workspace:Workspace", "monitoring", { tags }),
          resource("aws:amp/workspaceConfiguration:WorkspaceConfiguration", "monitoring", {
            retentionPeriodInDays: retentionDays,
          }),
        ]
      : []),
    ...(managed && !grafana.enabled ? [] : [resource("aws:efs/fileSystem:FileSystem", "monitoring", { tags })]),
    ...(production ? [resource("aws:efs/backupPolicy:BackupPolicy", "monitoring", {})] : []),
  ];
}

function task(
  name: string,
  { cpuUnits, memoryMiB, spot }: MonitoringTaskPlan,
  containers: readonly Readonly<Record<string, unknown>>[],
): GraphResource[] {
  return [
    resource("aws:ecs/taskDefinition:TaskDefinition", name, {
      cpu: String(cpuUnits),
      memory: String(memoryMiB),
      runtimePlatform: { cpuArchitecture: "ARM64" },
      containerDefinitions: JSON.stringify(containers),
      tags,
    }),
    resource("aws:ecs/service:Service", name, {
      name,
      desiredCount: 1,
      capacityProviderStrategies: [{ capacityProvider: spot ? "FARGATE_SPOT" : "FARGATE", base: 0, weight: 1 }],
      serviceRegistries: { registryArn: "arn" },
      tags,
    }),
  ];
}

/** What watches the cluster: a chart, and workloads of ours in the same namespace. */
export function clusterWatchingResources(plan: Plan): GraphResource[] {
  const pods = plan.monitoring.clusterPods;
  if (pods === null) return [];
  const requests = (cpuMillicores: number, memoryMiB: number) => ({
    resources: { requests: { cpu: `${cpuMillicores}m`, memory: `${memoryMiB}Mi` } },
  });
  const [cpu, memory] = [pods.cpuMillicores - 100, pods.memoryMiB - 512];
  return [
    resource("kubernetes:helm.sh/v3:Release", "stack", {
      namespace: "monitoring",
      values: {
        prometheus: { spec: requests(cpu, memory) },
        storage: { template: { resources: { requests: { storage: `${pods.volumesGiB - 2}Gi` } } } },
      },
    }),
    resource("kubernetes:apps/v1:StatefulSet", "collector", {
      metadata: { name: "collector", namespace: "monitoring" },
      spec: {
        template: { spec: { containers: [requests(100, 512)] } },
        volumeClaimTemplates: [{ spec: { resources: { requests: { storage: "2Gi" } } } }],
      },
    }),
    ...(plan.kubernetes.mode === "eks"
      ? [
          resource("kubernetes:external-secrets.io/v1:ExternalSecret", "receivers", {
            metadata: { name: "receivers", namespace: "monitoring" },
            spec: { data: monitoringSecrets(plan).map((key) => ({ remoteRef: { key } })) },
          }),
        ]
      : []),
  ];
}
