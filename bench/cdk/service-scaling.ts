import {
  type aws_ecs as ecs,
  type aws_elasticloadbalancingv2 as elb,
  aws_applicationautoscaling as scaling,
  TimeZone,
} from "aws-cdk-lib";
import type { ServicePlan } from "../../packages/plan/index.ts";

/** Target tracking on CPU, memory and requests; two scheduled actions where the service may sleep. */
export function addScaling(
  service: ServicePlan,
  fargate: ecs.FargateService,
  target: elb.ApplicationTargetGroup | null,
): void {
  const { scaling: targets, replicas, offHours } = service;
  const scalable = fargate.autoScaleTaskCount({ minCapacity: replicas.min, maxCapacity: replicas.max });
  scalable.scaleOnCpuUtilization("Cpu", { targetUtilizationPercent: targets.cpuPercent });
  scalable.scaleOnMemoryUtilization("Memory", { targetUtilizationPercent: targets.memoryPercent });
  if (target !== null && targets.requestsPerMinute !== null) {
    scalable.scaleOnRequestCount("Requests", { requestsPerTarget: targets.requestsPerMinute, targetGroup: target });
  }
  if (offHours === "always-on") return;
  const timeZone = TimeZone.of(offHours.timeZone);
  scalable.scaleOnSchedule("Sleep", {
    schedule: scaling.Schedule.expression(offHours.sleepCron),
    timeZone,
    minCapacity: offHours.replicas,
    maxCapacity: offHours.replicas,
  });
  scalable.scaleOnSchedule("Wake", {
    schedule: scaling.Schedule.expression(offHours.wakeCron),
    timeZone,
    minCapacity: replicas.min,
    maxCapacity: replicas.max,
  });
}
