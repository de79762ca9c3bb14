import type { PolicyArgs } from "@pulumi/aws/appautoscaling/policy.js";
import type { ScheduledActionArgs } from "@pulumi/aws/appautoscaling/scheduledAction.js";
import type { TargetArgs } from "@pulumi/aws/appautoscaling/target.js";
import { type Input, interpolate } from "@pulumi/pulumi";
import { resourceTags } from "../shared/index.ts";
import type { ServiceRecord } from "./record.ts";

export interface Named<Args> {
  /** Ends the child's logical name. */
  readonly key: string;
  readonly args: Args;
}

/** Dimensions of the ALB request metric, wired where the service is public. */
export interface RequestMetric {
  readonly loadBalancerArnSuffix: Input<string>;
  readonly targetGroupArnSuffix: Input<string>;
}

function scalable({ clusterName, service }: ServiceRecord) {
  return {
    serviceNamespace: "ecs",
    scalableDimension: "ecs:service:DesiredCount",
    resourceId: `service/${clusterName}/${service}`,
  };
}

export function scalesByItself({ scaling }: ServiceRecord): boolean {
  return scaling.ownedBy === "autoscaling";
}

/** Target tracking needs room to move. */
export function tracksTargets(record: ServiceRecord): boolean {
  return scalesByItself(record) && record.replicas.max > record.replicas.min;
}

export function scalingTargetArgs(record: ServiceRecord): TargetArgs {
  return {
    ...scalable(record),
    minCapacity: record.replicas.min,
    maxCapacity: record.replicas.max,
    tags: resourceTags(record.tags),
  };
}

/** Several target tracking policies agree: out when any asks, in when all do. */
export function scalingPolicies(record: ServiceRecord, requests: RequestMetric | null): Named<PolicyArgs>[] {
  if (!tracksTargets(record)) return [];
  const { cpuPercent, memoryPercent, requestsPerMinute, predictive } = record.scaling;
  const policies: Named<PolicyArgs>[] = [];
  if (cpuPercent !== null)
    policies.push(tracking(record, "cpu", { predefinedMetricType: "ECSServiceAverageCPUUtilization" }, cpuPercent));
  if (memoryPercent !== null)
    policies.push(
      tracking(record, "memory", { predefinedMetricType: "ECSServiceAverageMemoryUtilization" }, memoryPercent),
    );
  if (requestsPerMinute !== null && requests !== null) {
    const resourceLabel = interpolate`${requests.loadBalancerArnSuffix}/${requests.targetGroupArnSuffix}`;
    const metric = { predefinedMetricType: "ALBRequestCountPerTarget", resourceLabel };
    policies.push(tracking(record, "requests", metric, requestsPerMinute));
  }
  if (predictive !== null && cpuPercent !== null) policies.push(predictiveCpu(record, predictive, cpuPercent));
  return policies;
}

/**
 * Sleep and wake. Zero takes both bounds at zero, or tracking would hold it up; a service that keeps a task and can
 * track keeps its maximum, so that an evening's load is still served.
 */
export function scheduledActions(record: ServiceRecord): Named<ScheduledActionArgs>[] {
  const { offHours, replicas } = record;
  if (offHours === null || !scalesByItself(record)) return [];
  const asleepMax = offHours.replicas > 0 && tracksTargets(record) ? replicas.max : offHours.replicas;
  const action = (key: string, schedule: string, minCapacity: number, maxCapacity: number) => ({
    key,
    args: {
      ...scalable(record),
      schedule,
      timezone: offHours.timeZone,
      scalableTargetAction: { minCapacity, maxCapacity },
    },
  });
  return [
    action("sleep", offHours.sleepCron, offHours.replicas, asleepMax),
    action("wake", offHours.wakeCron, replicas.min, replicas.max),
  ];
}

function tracking(
  record: ServiceRecord,
  key: string,
  predefinedMetricSpecification: { predefinedMetricType: string; resourceLabel?: Input<string> },
  targetValue: number,
): Named<PolicyArgs> {
  const { scaleOutCooldownSeconds, scaleInCooldownSeconds } = record.scaling;
  return {
    key,
    args: {
      ...scalable(record),
      policyType: "TargetTrackingScaling",
      targetTrackingScalingPolicyConfiguration: {
        predefinedMetricSpecification,
        targetValue,
        scaleOutCooldown: scaleOutCooldownSeconds,
        scaleInCooldown: scaleInCooldownSeconds,
      },
    },
  };
}

function predictiveCpu(
  record: ServiceRecord,
  mode: "forecast-only" | "forecast-and-scale",
  cpuPercent: number,
): Named<PolicyArgs> {
  return {
    key: "predictive",
    args: {
      ...scalable(record),
      policyType: "PredictiveScaling",
      predictiveScalingPolicyConfiguration: {
        mode: mode === "forecast-only" ? "ForecastOnly" : "ForecastAndScale",
        maxCapacityBreachBehavior: "HonorMaxCapacity",
        schedulingBufferTime: 300,
        metricSpecifications: [
          {
            targetValue: String(cpuPercent),
            predefinedMetricPairSpecification: { predefinedMetricType: "ECSServiceCPUUtilization" },
          },
        ],
      },
    },
  };
}
