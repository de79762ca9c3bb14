import { jobOf } from "@pyairtable/monitoring";
import { prometheusPodMemoryMiB } from "@pyairtable/monitoring/plan";
import { memoryQuantity } from "../../kubernetes/shared/index.ts";
import { PORTS } from "../config/ports.ts";
import { NAMESPACE, STACK, urlOf } from "./names.ts";
import { notOnSpot, TOLERATIONS } from "./pods.ts";
import type { KubernetesRecord } from "./record.ts";
import { resourcesOf } from "./sizes.ts";

/** Prometheus: everything that has a monitor, rules of every namespace, two ends to what is kept. */
export function prometheusValues(record: KubernetesRecord) {
  const { monitoring, plan, priorityClass } = record;
  const interval = `${monitoring.scrapeIntervalSeconds}s`;
  return {
    prometheus: {
      serviceMonitor: { interval },
      prometheusSpec: {
        replicas: 1,
        retention: `${monitoring.retentionDays}d`,
        retentionSize: `${monitoring.retentionSizeMiB}MiB`,
        scrapeInterval: interval,
        evaluationInterval: interval,
        externalLabels: monitoring.externalLabels,
        externalUrl: urlOf("prometheus-operated", PORTS.prometheus),
        // Monitors and rules are those of the plan, whatever their labels.
        serviceMonitorSelectorNilUsesHelmValues: false,
        podMonitorSelectorNilUsesHelmValues: false,
        probeSelectorNilUsesHelmValues: false,
        ruleSelectorNilUsesHelmValues: false,
        scrapeConfigSelectorNilUsesHelmValues: false,
        scrapeClasses: [{ name: "platform", default: true, relabelings: jobRelabelings(record) }],
        storageSpec: { volumeClaimTemplate: { spec: claim(record, monitoring.volumeGiB) } },
        resources: resourcesOf("prometheus", prometheusPodMemoryMiB(monitoring)),
        affinity: notOnSpot(plan),
        tolerations: TOLERATIONS,
        priorityClassName: priorityClass,
      },
    },
  };
}

/** A claim on a volume of that class, in whole GiB. */
export function claim({ storageClass }: KubernetesRecord, gib: number) {
  return {
    ...(storageClass === null ? {} : { storageClassName: storageClass }),
    accessModes: ["ReadWriteOnce"],
    resources: { requests: { storage: memoryQuantity(gib * 1024) } },
  };
}

/**
 * The one set of job names that rules read, whoever made the monitor: services by the label that theirs carry, add-ons by
 * where they run.
 */
function jobRelabelings({ plan }: Pick<KubernetesRecord, "plan">) {
  const services = plan.services.filter(({ kubernetes }) => kubernetes !== null).map(({ name }) => name);
  const ofService = { sourceLabels: ["pyairtable_io_service"], regex: `(${services.join("|")})` };
  const ofPlace = (regex: string, job: string) => ({
    sourceLabels: ["namespace", "service"],
    regex,
    targetLabel: "job",
    replacement: job,
  });
  return [
    { ...ofService, targetLabel: "service", replacement: "$1" },
    { ...ofService, targetLabel: "job", replacement: jobOf("service") },
    ofPlace(`${NAMESPACE};${STACK}-prometheus`, jobOf("prometheus")),
    ofPlace(`${NAMESPACE};${STACK}-alertmanager`, jobOf("alertmanager")),
    ofPlace("keda;.+", jobOf("keda")),
    ofPlace("argo-cd;.+", jobOf("argo-cd")),
    ofPlace("[^;]+;karpenter.*", jobOf("karpenter")),
  ];
}
