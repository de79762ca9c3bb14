import { hasAlarms, type Plan, type ServicePlan } from "@pyairtable/plan";
import type { GraphResource } from "../index.ts";
import { clusterResources, podResources } from "./kubernetes-graph.ts";
import { clusterWatchingResources, topicResources, watchingResources } from "./monitoring-graph.ts";
import { resource } from "./resource.ts";

export { resource } from "./resource.ts";

/** The resources that cost money, as the components would make them of a plan. */
export function planGraph(plan: Plan): GraphResource[] {
  const aws = plan.kubernetes.mode === "eks" || plan.services.some(({ kubernetes }) => kubernetes === null);
  return [
    ...(aws ? networkResources(plan) : []),
    ...(plan.services.some(({ kubernetes }) => kubernetes === null)
      ? [...ecsResources(plan), ...watchingResources(plan)]
      : []),
    ...(hasAlarms(plan) ? topicResources() : []),
    ...clusterWatchingResources(plan),
    ...(plan.kubernetes.mode === "eks" ? clusterResources(plan) : []),
    ...plan.services.flatMap((service) =>
      service.kubernetes === null ? serviceResources(service, plan) : podResources(service, service.kubernetes, plan),
    ),
  ];
}

function networkResources({ network, zones: names }: Plan): GraphResource[] {
  const tags = { Service: "platform" };
  const made = names.map((availabilityZone, i) =>
    resource("aws:ec2/subnet:Subnet", `public-${i}`, { availabilityZone }),
  );
  const zones = network.nat === "per-zone" ? names.length : 1;
  for (let i = 0; i < zones && network.nat !== "none"; i++) {
    made.push(resource("aws:ec2/eip:Eip", `nat-${i}`, { tags }));
    if (network.nat !== "instance") made.push(resource("aws:ec2/natGateway:NatGateway", `nat-${i}`, { tags }));
  }
  if (network.nat === "instance") {
    const rootBlockDevice = { volumeSize: 8, volumeType: "gp3" };
    made.push(resource("aws:ec2/instance:Instance", "nat", { instanceType: "t4g.nano", rootBlockDevice, tags }));
    made.push(resource("aws:cloudwatch/metricAlarm:MetricAlarm", "nat", { period: 60, tags }));
  }
  for (const name of network.interfaceEndpoints) {
    made.push(resource("aws:ec2/vpcEndpoint:VpcEndpoint", name, { vpcEndpointType: "Interface", tags }));
  }
  if (network.flowLogs.enabled) {
    const retentionInDays = network.flowLogs.retentionDays;
    made.push(resource("aws:cloudwatch/logGroup:LogGroup", "network-flow-logs", { retentionInDays, tags }));
  }
  return made;
}

function ecsResources({ edge, cluster }: Plan): GraphResource[] {
  const tags = { Service: "platform" };
  const made = [
    resource("aws:ecs/cluster:Cluster", "cluster", {
      settings: [{ name: "containerInsights", value: cluster.containerInsights }],
      tags,
    }),
    resource("aws:lb/loadBalancer:LoadBalancer", "edge", { internal: false, tags }),
  ];
  if (edge.waf) made.push(resource("aws:wafv2/webAcl:WebAcl", "edge", { rules: [{}, {}, {}], tags }));
  if (edge.accessLogs.enabled) {
    const rules = [{ expiration: { days: edge.accessLogs.retentionDays } }];
    made.push(resource("aws:s3/bucket:Bucket", "edge-access-logs", { tags }));
    made.push(resource("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "edge", { rules }));
  }
  if (cluster.exec !== null) made.push(resource("aws:kms/key:Key", "exec", { tags }));
  return made;
}

function serviceResources(service: ServicePlan, { monitoring }: Plan): GraphResource[] {
  const { name, placement, replicas, offHours, scaling } = service;
  const tags = { Service: name };
  const resourceId = `service/pyairtable-prod/${name}`;
  const secrets = service.secrets.map(({ variable, secretName }) => ({
    name: variable,
    valueFrom: `arn:aws:secretsmanager:us-east-1:123456789012:secret:${secretName}`,
  }));
  const made = [
    resource("aws:ecs/taskDefinition:TaskDefinition", name, {
      cpu: String(service.cpuUnits),
      memory: String(service.memoryMiB),
      runtimePlatform: { cpuArchitecture: service.architecture === "arm64" ? "ARM64" : "X86_64" },
      containerDefinitions: JSON.stringify([{ name, secrets }]),
      tags,
    }),
    resource("aws:ecs/service:Service", name, {
      name,
      desiredCount: replicas.min,
      capacityProviderStrategies: [
        { capacityProvider: "FARGATE", base: placement.onDemandBase, weight: placement.onDemandWeight },
        { capacityProvider: "FARGATE_SPOT", base: 0, weight: placement.spotWeight },
      ],
      tags,
    }),
    resource("aws:cloudwatch/logGroup:LogGroup", name, {
      retentionInDays: service.logRetentionDays,
      logGroupClass: monitoring.logs.groupClass,
      tags,
    }),
    resource("aws:appautoscaling/target:Target", name, {
      resourceId,
      minCapacity: replicas.min,
      maxCapacity: replicas.max,
      tags,
    }),
  ];
  if (offHours !== "always-on") {
    const action = (key: string, schedule: string, minCapacity: number) =>
      resource("aws:appautoscaling/scheduledAction:ScheduledAction", `${name}-${key}`, {
        resourceId,
        schedule,
        scalableTargetAction: { minCapacity, maxCapacity: replicas.max },
      });
    made.push(action("sleep", offHours.sleepCron, offHours.replicas), action("wake", offHours.wakeCron, replicas.min));
  }
  const scales = replicas.max > replicas.min;
  const rolling = service.deployment.strategy === "rolling";
  const policies = scales
    ? ["cpu", "memory", ...(rolling && scaling.requestsPerMinute !== null ? ["requests"] : [])]
    : [];
  const policy = { policyType: "TargetTrackingScaling", resourceId };
  made.push(...policies.map((key) => resource("aws:appautoscaling/policy:Policy", `${name}-${key}`, policy)));
  made.push(...alarms(service));
  return made;
}

function alarms(service: ServicePlan): GraphResource[] {
  const { name, replicas, offHours, route, deployment } = service;
  const tags = { Service: name };
  const groups = route !== null && deployment.strategy !== "rolling" ? 2 : 1;
  const series = Array.from({ length: 2 * groups }, (_, i) => ({ id: `m${i}`, metric: { period: 60 } }));
  const metricQueries = [...series, { id: "result", expression: "m0 / m1" }];
  const alarm = (key: string, props: Record<string, unknown>) =>
    resource("aws:cloudwatch/metricAlarm:MetricAlarm", `${name}-${key}`, { ...props, tags });
  const floor = offHours === "always-on" ? replicas.min : Math.min(replicas.min, offHours.replicas);
  return [
    ...(floor > 0 ? [alarm("tasks-missing", { period: 60 })] : []),
    alarm("memory-high", { period: 300 }),
    ...(replicas.max > replicas.min ? [] : [alarm("cpu-high", { period: 300 })]),
    alarm("errors-5xx", { metricQueries }),
    ...(route === null ? [] : [alarm("latency-p95", { metricQueries: series.slice(0, groups) })]),
  ];
}
