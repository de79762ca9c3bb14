import type { Plan } from "@pyairtable/plan";
import type { RecordingRule } from "@pyairtable/slo";
import { EXPECTED_JOB } from "../alerts/monitoring.ts";
import metrics from "../data/metrics.json" with { type: "json" };
import { SERIES } from "./names.ts";

export type ExporterName = keyof typeof metrics.exporters;
/** Their targets are replicas, which may all sleep. */
const SLEEPERS: ReadonlySet<ExporterName> = new Set(["service", "ecs", "blackbox"]);

/** Exporters that a plan's rules read. */
export function exportersOf({ services, kubernetes }: Plan): readonly ExporterName[] {
  const names: ExporterName[] = ["service", "blackbox", "prometheus", "alertmanager"];
  if (services.some(({ runtime }) => runtime === "ecs")) names.push("ecs", "cloudwatch");
  if (kubernetes.mode === "off") return names;
  names.push("cadvisor", "kube-state-metrics");
  const { addOns } = kubernetes;
  if (kubernetes.mode === "eks" && addOns.karpenter.enabled) names.push("karpenter");
  if (addOns.keda.enabled) names.push("keda");
  if (addOns["argo-cd"].enabled) names.push("argo-cd");
  return names;
}

export const jobOf = (exporter: ExporterName): string => metrics.exporters[exporter].job;

/** One series for each job that must have targets now. */
export function jobRules(plan: Plan): RecordingRule[] {
  return exportersOf(plan).map((exporter) => ({
    record: EXPECTED_JOB,
    expr: SLEEPERS.has(exporter) ? `vector(1) and on () sum(${SERIES.replicasExpected}) > 0` : "vector(1)",
    labels: { job: jobOf(exporter) },
  }));
}
