import type { Reporter } from "../../shared/index.ts";
import type { WorkloadRecord } from "./record.ts";
import type { KubernetesServiceWiring } from "./wiring.ts";

/** One owner of the replica count, which the vertical autoscaler never pulls at. */
export function checkAutoscaling(record: WorkloadRecord, wiring: KubernetesServiceWiring, report: Reporter): void {
  checkReplicas(record, report);
  checkTriggers(record, wiring, report);
  checkVertical(record, report);
}

function checkReplicas({ replicas, autoscaler }: WorkloadRecord, report: Reporter): void {
  report.wholeNumber("replicas.max", replicas.max, 1, 1000, "pods");
  report.wholeNumber("replicas.min", replicas.min, 1, Math.max(replicas.max, 1), "pods");
  const { kind, minReplicas, maxReplicas } = autoscaler;
  report.wholeNumber("autoscaler.maxReplicas", maxReplicas, 1, 1000, "pods");
  // The HorizontalPodAutoscaler cannot go to zero by itself; KEDA takes the last pod.
  report.wholeNumber("autoscaler.minReplicas", minReplicas, kind === "keda" ? 0 : 1, maxReplicas, "pods");
  report.wholeNumber("autoscaler.cpuPercent", autoscaler.cpuPercent, 10, 95, "percent");
  if (autoscaler.memoryPercent !== null)
    report.wholeNumber("autoscaler.memoryPercent", autoscaler.memoryPercent, 10, 95, "percent");
}

function checkTriggers({ autoscaler }: WorkloadRecord, wiring: KubernetesServiceWiring, report: Reporter): void {
  const { kind, queues, windows, minReplicas, maxReplicas } = autoscaler;
  const events = queues.length + windows.length;
  report.unless(kind === "keda" || events === 0, {
    code: "autoscaler",
    path: "autoscaler.kind",
    got: kind,
    wanted: '"keda": queues and windows are read by it alone',
    fix: "Take KEDA, or leave queues and windows out.",
  });
  report.unless(kind === "hpa" || minReplicas > 0 || events > 0, {
    code: "autoscaler",
    path: "autoscaler.minReplicas",
    got: minReplicas,
    wanted: "at least 1, or a queue or window that wakes it",
    fix: "Name what wakes it: CPU and memory of no pod say nothing.",
  });
  report.unless(queues.length === 0 || wiring.queueRegion !== undefined, {
    code: "wiring",
    path: "wiring.queueRegion",
    got: wiring.queueRegion,
    wanted: "the AWS region of its queues",
    fix: "Wire the region.",
  });
  for (const [n, { messagesPerPod }] of queues.entries())
    report.wholeNumber(`autoscaler.queues[${n}].messagesPerPod`, messagesPerPod, 1, 100_000, "messages");
  for (const [n, window] of windows.entries()) {
    const at = `autoscaler.windows[${n}]`;
    report.wholeNumber(`${at}.replicas`, window.replicas, 1, maxReplicas, "pods");
    const cron = [window.start, window.end];
    report.unless(cron.every((text) => /^\S+( \S+){4}$/.test(text)) && window.start !== window.end, {
      code: "schedule",
      path: at,
      got: cron,
      wanted: "start and end of five cron fields each, not the same",
      fix: "Write them as minute hour day month weekday.",
    });
  }
}

function checkVertical({ vertical, autoscaler }: WorkloadRecord, report: Reporter): void {
  if (vertical === null) return;
  const { updateMode, resources, bounds } = vertical;
  const watched = ["cpu", ...(autoscaler.memoryPercent === null ? [] : ["memory"])];
  const clash = resources.filter((resource) => watched.includes(resource));
  report.unless(updateMode === "Off" || clash.length === 0, {
    code: "autoscalers-clash",
    path: "vertical.resources",
    got: clash,
    wanted: `none of ${watched.join(", ")}: the horizontal autoscaler watches them`,
    fix: 'Leave them to one of the two, or set updateMode to "Off" and read the recommendation.',
  });
  report.unless(resources.length > 0, {
    code: "vertical",
    path: "vertical.resources",
    got: resources,
    wanted: "cpu, memory or both",
    fix: "Name what it looks at, or leave vertical out.",
  });
  const { minCpuMillicores, maxCpuMillicores, minMemoryMiB, maxMemoryMiB } = bounds;
  report.unless(minCpuMillicores <= maxCpuMillicores && minMemoryMiB <= maxMemoryMiB, {
    code: "vertical",
    path: "vertical.bounds",
    got: bounds,
    wanted: "minima not above maxima",
    fix: "Swap or raise them.",
  });
}
