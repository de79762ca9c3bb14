import { jobOf } from "@pyairtable/monitoring";
import type { MonitoringPlan, Plan, ServicePlan } from "@pyairtable/plan";
import { PORTS } from "./ports.ts";

/** How CloudWatch's counts are read: once for each of its minutes, so that a sum over time counts each event once. */
const CLOUDWATCH_SECONDS = 60;
const PROBE_SECONDS = 30;

export interface ScrapeArgs {
  /** Written by the collector: tasks found, in the form of file discovery. */
  readonly targetsFile: string;
  /** Prometheus and Alertmanager run beside it; false where AWS runs them. */
  readonly watchesItself: boolean;
}

type Job = { readonly job_name: string } & Readonly<Record<string, unknown>>;

/** Scrape configurations for the services of a plan on ECS; targets come from the file that the collector writes. */
export function scrapeConfigs(plan: Plan, monitoring: MonitoringPlan, args: ScrapeArgs): Job[] {
  const discovered = discovery(args.targetsFile);
  const services = plan.services.filter(({ runtime }) => runtime === "ecs");
  return [
    {
      job_name: jobOf("service"),
      ...discovered,
      sample_limit: monitoring.seriesPerServiceMax,
      relabel_configs: [SERVICE_OF_TASK, { target_label: "job", replacement: jobOf("service") }],
    },
    {
      job_name: jobOf("ecs"),
      ...discovered,
      relabel_configs: [
        SERVICE_OF_TASK,
        // The same task, the port of the exporter beside the service.
        {
          source_labels: ["__address__"],
          regex: "(.+):\\d+",
          target_label: "__address__",
          replacement: `$1:${PORTS.ecsExporter}`,
        },
        { target_label: "job", replacement: jobOf("ecs") },
      ],
    },
    ...(monitoring.probes.enabled ? probeJobs(services, discovered) : []),
    ...(args.watchesItself
      ? [own(jobOf("prometheus"), PORTS.prometheus), own(jobOf("alertmanager"), PORTS.alertmanager)]
      : []),
    { ...own(jobOf("cloudwatch"), PORTS.cloudwatch), scrape_interval: `${CLOUDWATCH_SECONDS}s` },
  ];
}

const discovery = (file: string) => ({ file_sd_configs: [{ files: [file], refresh_interval: "1m" }] });

/** A task's group is `service:<name>`; tasks that someone started by hand have none and are left out. */
const SERVICE_OF_TASK = {
  source_labels: ["__meta_ecs_task_group"],
  regex: "service:(.+)",
  target_label: "service",
  replacement: "$1",
};

const own = (job: string, port: number): Job => ({
  job_name: job,
  static_configs: [{ targets: [`localhost:${port}`] }],
});

/** One job for each health path, all under one name. */
function probeJobs(services: readonly ServicePlan[], discovered: object): Job[] {
  const groups = [...Map.groupBy(services, ({ healthPath }) => healthPath)].sort(([a], [b]) => (a < b ? -1 : 1));
  return groups.map(([path, same], index) => ({
    job_name: `${jobOf("blackbox")}-${index + 1}`,
    ...discovered,
    scrape_interval: `${PROBE_SECONDS}s`,
    metrics_path: "/probe",
    params: { module: ["http_2xx"] },
    relabel_configs: [
      SERVICE_OF_TASK,
      { source_labels: ["service"], regex: same.map(({ name }) => name).join("|"), action: "keep" },
      { source_labels: ["__address__"], target_label: "__param_target", replacement: `http://$1${path}` },
      { source_labels: ["__address__"], target_label: "instance" },
      { target_label: "__address__", replacement: `localhost:${PORTS.blackbox}` },
      { target_label: "job", replacement: jobOf("blackbox") },
    ],
  }));
}
