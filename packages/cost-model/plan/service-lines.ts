import type { Plan, ServicePlan } from "@pyairtable/plan";
import { type AverageTasks, averageTasks } from "../average-tasks.ts";
import { fargateLines } from "../fargate-lines.ts";
import { type CostLine, costLine } from "../line.ts";
import type { PriceBook } from "../prices.ts";
import { taskLogLines } from "../usage-lines.ts";
import { alarmMetrics } from "./alarm-count.ts";
import type { ServicePart } from "./parts.ts";
import { ownSecrets } from "./secret-owners.ts";

/** Average tasks of a planned service; on Kubernetes there is no Fargate Spot. */
export function plannedTasks(service: ServicePlan): AverageTasks {
  const { offHours, placement, replicas } = service;
  const tasks = averageTasks({ placement, replicas, asleep: offHours === "always-on" ? null : offHours });
  return service.runtime === "ecs" ? tasks : { onDemand: tasks.onDemand + tasks.spot, spot: 0 };
}

/** Every line a planned service causes, by part. */
export function plannedServiceLines(
  book: PriceBook,
  plan: Plan,
  service: ServicePlan,
): Record<ServicePart, CostLine[]> {
  const tasks = plannedTasks(service);
  // An existing cluster is paid for elsewhere.
  const paidElsewhere = service.runtime === "kubernetes" && plan.kubernetes.mode === "existing";
  const compute = (provider: keyof AverageTasks) =>
    paidElsewhere ? [] : fargateLines(book, service, provider, tasks[provider]);
  const secrets = ownSecrets(plan, service);
  return {
    onDemandCompute: compute("onDemand"),
    spotCompute: compute("spot"),
    logs: taskLogLines(book, tasks.onDemand + tasks.spot, service.logRetentionDays),
    alarms: service.runtime === "ecs" ? [costLine(book, "alarm.standard", "alarm metrics", alarmMetrics(service))] : [],
    secrets: secrets.length > 0 ? [costLine(book, "secret.month", "secrets", secrets.length)] : [],
  };
}

/** The service as it was before: always on, on demand. */
export function baselineServiceLines(book: PriceBook, service: ServicePlan): CostLine[] {
  const { before } = service;
  return [
    ...fargateLines(book, before, "onDemand", before.replicas),
    ...taskLogLines(book, before.replicas, service.logRetentionDays),
  ];
}
