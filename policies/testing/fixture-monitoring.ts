import { BUNDLE_VARIABLE, bundle } from "@pyairtable/monitoring/bundle";
import { SERVICE_NAMES } from "../facts.ts";
import { resource } from "./build.ts";
import type { CapturedGraph, CapturedResource, Loose } from "./captured.ts";
import { fixtureTags } from "./fixture-tags.ts";

const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const SERVICE = "aws:ecs/service:Service";
export const COMPONENT = "pyairtable:monitoring:Monitoring";

/** What tests change of a healthy task of monitoring. */
export interface Watched {
  flags: string;
  prometheus: Loose;
  rules: Loose[];
  alertmanager: Loose;
  collector: Loose;
  /** uids. */
  dashboards: string[];
}

const PAGES = ["cost", "monitoring", "platform", "service", "slo", "spot", "usage"].map((name) => `pyairtable-${name}`);

export function healthy(): Watched {
  return {
    flags: "--storage.tsdb.retention.time=31d --storage.tsdb.retention.size=11468MB",
    prometheus: { global: { scrape_interval: "30s" }, scrape_configs: [{ job_name: "services" }] },
    rules: [...[...SERVICE_NAMES].map((service) => objective(service)), alert({ alert: "ServiceDown" })],
    alertmanager: {
      route: { receiver: "ops", routes: [{ matchers: ['alertname="Watchdog"'], receiver: "heartbeat" }] },
      receivers: [
        { name: "ops", slack_configs: [{ channel: "#ops", api_url_file: "/dev/shm/alertmanager/slack" }] },
        { name: "heartbeat", webhook_configs: [{ url: "https://heartbeat.example.com" }] },
      ],
    },
    collector: {
      processors: {
        tail_sampling: {
          policies: [{ type: "status_code" }, { type: "probabilistic", probabilistic: { sampling_percentage: 5 } }],
        },
      },
      service: { pipelines: { traces: { exporters: ["otlp_grpc"] } } },
    },
    dashboards: PAGES,
  };
}

export const objective = (service: string) => ({
  record: "slo:objective:ratio",
  expr: "vector(0.999)",
  labels: { service },
});

export const alert = (change: Record<string, unknown> = {}) => ({
  alert: "TooSlow",
  expr: "up == 0",
  labels: { severity: "page", owner: "team-platform" },
  annotations: {
    summary: "s",
    description: "d",
    dashboard_url: "https://g/d/x",
    runbook_url: "https://example.com/docs/runbooks/service-down.md",
  },
  ...change,
});

/** A task of Prometheus, Alertmanager and collector, and one of Grafana, hardened as the platform's are. */
export function watchTasks(change: (watched: Watched) => void = () => {}): CapturedResource[] {
  const watched = healthy();
  change(watched);
  const rules = JSON.stringify({ groups: [{ name: "all", rules: watched.rules }] });
  const files = { "prometheus.json": JSON.stringify(watched.prometheus), "rules/all.json": rules };
  const pages = Object.fromEntries(watched.dashboards.map((uid) => [`pages/${uid}.json`, JSON.stringify({ uid })]));
  return [
    task("watch-metrics", [
      container("prometheus", `exec /bin/prometheus ${watched.flags}`, { [BUNDLE_VARIABLE]: bundle(files) }),
      container("alertmanager", "exec /bin/alertmanager", {
        [BUNDLE_VARIABLE]: bundle({ "alertmanager.json": JSON.stringify(watched.alertmanager) }),
      }),
      container("collector", "", { AOT_CONFIG_CONTENT: JSON.stringify(watched.collector) }),
    ]),
    task("watch-views", [container("grafana", "exec /run.sh", { [BUNDLE_VARIABLE]: bundle(pages) })]),
  ];
}

/** The component with them, for rules that look at a whole stack. */
export const watchedStack = (change?: (watched: Watched) => void): CapturedResource[] => [
  resource(COMPONENT, {}, { name: "watch" }),
  ...watchTasks(change),
];

/** Adds a second monitoring, with one thing wrong. */
export function addWatch(graph: CapturedGraph, change: (watched: Watched) => void): void {
  graph.push(...watchedStack(change));
}

/** An ECS service of the metrics task. */
export function watchService(props: Record<string, unknown>, metrics: CapturedResource): CapturedResource {
  const service = { name: "monitoring-metrics", desiredCount: 1, tags: fixtureTags(), ...props };
  return resource(SERVICE, service, { name: "watch-metrics", dependencies: [metrics.urn] });
}

function task(name: string, containers: object[]): CapturedResource {
  return resource(
    TASK,
    {
      family: `pyairtable-prod-${name}`,
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: "512",
      memory: "2048",
      taskRoleArn: `arn:aws:iam::111122223333:role/${name}`,
      executionRoleArn: `arn:aws:iam::111122223333:role/${name}-start`,
      containerDefinitions: JSON.stringify(containers),
      tags: fixtureTags(),
    },
    { name },
  );
}

function container(name: string, command: string, variables: Record<string, string>): object {
  return {
    name,
    image: `quay.io/prometheus/${name}:v1.2.3`,
    essential: true,
    privileged: false,
    user: "65534:65534",
    readonlyRootFilesystem: true,
    linuxParameters: { initProcessEnabled: true, capabilities: { drop: ["ALL"] } },
    stopTimeout: 60,
    command: command === "" ? [] : [command],
    environment: Object.entries(variables).map(([key, value]) => ({ name: key, value })),
    healthCheck: { command: ["CMD", "/healthcheck"] },
    logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "/pyairtable/prod/monitoring" } },
  };
}

/** A release of the stack on a cluster, by its values. */
export const stackRelease = (values: object) =>
  resource("kubernetes:helm.sh/v3:Release", { chart: "kube-prometheus-stack", version: "77.14.0", values });
