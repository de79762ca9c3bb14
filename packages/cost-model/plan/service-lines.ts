import type { Plan, ServicePlan } from "@pyairtable/plan";
import { type AverageTasks, averageTasks } from "../average-tasks.ts";
import { fargateLines } from "../fargate-lines.ts";
import { type CostLine, costLine, sumCents } from "../line.ts";
import type { Cents } from "../money.ts";
import type { PriceBook } from "../prices.ts";
import { taskLogLines } from "../usage-lines.ts";
import type { IngestKey } from "../volume-lines.ts";
import { alarmMetrics } from "./alarm-count.ts";
import { isOnThisBill } from "./makes.ts";
import type { ServicePart } from "./parts.ts";
import { plannedPodLines, plannedPods } from "./pods-of.ts";
import { ownSecrets } from "./secret-owners.ts";

type Lines = Record<ServicePart, CostLine[]>;

/** Average tasks or pods of a planned service. */
export function plannedTasks({ kubernetes, offHours, placement, replicas }: ServicePlan): AverageTasks {
  if (kubernetes !== null) return plannedPods(kubernetes);
  return averageTasks({ placement, replicas, asleep: offHours === "always-on" ? null : offHours });
}

/** Every line of the bill that a planned service causes, by part. */
export function plannedServiceLines(book: PriceBook, plan: Plan, service: ServicePlan): Lines {
  const compute = computeLines(book, service);
  const secrets = ownSecrets(plan, service);
  const secretLines = secrets.length > 0 ? [costLine(book, "secret.month", "secrets", secrets.length)] : [];
  if (service.kubernetes !== null) {
    // Logs stay on the nodes, and what ECS needs alarms for is a rule of Prometheus here.
    if (isOnThisBill(service, plan)) return { ...compute, logs: [], alarms: [], secrets: secretLines };
    return { onDemandCompute: [], spotCompute: [], logs: [], alarms: [], secrets: [] };
  }
  const tasks = plannedTasks(service);
  return {
    ...compute,
    logs: taskLogLines(book, tasks.onDemand + tasks.spot, service.logRetentionDays, ingestKey(plan)),
    alarms: [costLine(book, "alarm.standard", "alarm metrics", alarmMetrics(service))],
    secrets: secretLines,
  };
}

const ingestKey = ({ monitoring }: Plan): IngestKey =>
  monitoring.logs.groupClass === "INFREQUENT_ACCESS" ? "logs.ingest-infrequent" : "logs.ingest";

/** What pods on somebody else's cluster would cost on nodes of our own: on no bill of ours, but not free either. */
export function shadowCents(book: PriceBook, plan: Plan, service: ServicePlan): Cents {
  if (isOnThisBill(service, plan)) return 0;
  const { onDemandCompute, spotCompute } = computeLines(book, service);
  return sumCents(onDemandCompute) + sumCents(spotCompute);
}

function computeLines(book: PriceBook, service: ServicePlan): Pick<Lines, "onDemandCompute" | "spotCompute"> {
  const { kubernetes } = service;
  const lines = (provider: keyof AverageTasks) =>
    kubernetes === null
      ? fargateLines(book, service, provider, plannedTasks(service)[provider])
      : plannedPodLines(book, { ...service, kubernetes }, provider);
  return { onDemandCompute: lines("onDemand"), spotCompute: lines("spot") };
}

/** The service as it was before: always on, on demand. */
export function baselineServiceLines(book: PriceBook, service: ServicePlan): CostLine[] {
  const { before } = service;
  return [
    ...fargateLines(book, before, "onDemand", before.replicas),
    ...taskLogLines(book, before.replicas, service.logRetentionDays),
  ];
}
