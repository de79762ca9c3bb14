import assert from "node:assert/strict";
import { exportersOf, jobOf, ruleFiles } from "@pyairtable/monitoring";
import { settingsOf } from "@pyairtable/monitoring/plan";
import { ecsPlan } from "../test-plan.ts";
import { monitoringOf, PLAN } from "../test-world.ts";
import { alertmanagerFile, secretVariables, writeSecrets } from "./alertmanager.ts";
import { cloudwatchExporterConfig } from "./cloudwatch-exporter.ts";
import { collectorConfig, tailSampling } from "./collector.ts";
import { grafanaFiles, grafanaVariables } from "./grafana.ts";
import { jaegerConfig } from "./jaeger.ts";
import { prometheusConfig, prometheusFiles } from "./prometheus.ts";
import { scrapeConfigs } from "./scrape.ts";

const monitoring = monitoringOf();
const FARGATE = { targetsFile: "/t.yaml", watchesItself: true };
interface Relabel {
  readonly target_label?: string;
  readonly replacement?: string;
  readonly regex?: string;
  readonly action?: string;
}
const relabelsOf = (job: Readonly<Record<string, unknown>>) => (job.relabel_configs ?? []) as Relabel[];
/** The job label that a target ends with. */
const labelOf = (job: { readonly job_name: string } & Readonly<Record<string, unknown>>) =>
  relabelsOf(job).find(({ target_label }) => target_label === "job")?.replacement ?? job.job_name;

describe("scrape configurations", () => {
  const jobs = scrapeConfigs(PLAN, monitoring, FARGATE);

  it("have every job that rules expect of ECS, and no other", () => {
    const expected = exportersOf(PLAN).map(jobOf);
    assert.deepEqual([...new Set(jobs.map(labelOf))].sort(), [...expected].sort());
  });
  it("name each job once", () => assert.equal(new Set(jobs.map(({ job_name }) => job_name)).size, jobs.length));
  it("call a task by its service, and leave out what has none", () => {
    const relabel = relabelsOf(jobs[0]!).find(({ target_label }) => target_label === "service")!;
    assert.equal("service:orders".replace(new RegExp(`^(?:${relabel.regex})$`), relabel.replacement!), "orders");
    assert.ok(!new RegExp(`^(?:${relabel.regex})$`).test("family:orders"));
  });
  it("find the exporter at its own port of the same task", () => {
    const relabel = relabelsOf(jobs[1]!).find(({ target_label }) => target_label === "__address__")!;
    assert.equal("10.0.1.7:8101".replace(new RegExp(`^(?:${relabel.regex})$`), relabel.replacement!), "10.0.1.7:9779");
  });
  it("probe each service at its own health path", () => {
    const probes = jobs.filter((job) => labelOf(job) === "health");
    const byPath = probes.map((job) => [
      relabelsOf(job).find(({ action }) => action === "keep")?.regex,
      relabelsOf(job).find(({ target_label }) => target_label === "__param_target")?.replacement,
    ]);
    assert.deepEqual(byPath, [
      ["worker", "http://$1/alive"],
      ["orders", "http://$1/health/ready"],
    ]);
  });
  it("read CloudWatch once a minute, so that each event counts once", () => {
    assert.equal(jobs.find(({ job_name }) => job_name === "cloudwatch")?.scrape_interval, "60s");
    const [job] = cloudwatchExporterConfig("us-east-1").customNamespace as { metrics: { period: number }[] }[];
    assert.equal(job?.metrics[0]?.period, 60);
  });
  it("refuse a target with more series than its service's budget", () => {
    assert.equal(jobs[0]!.sample_limit, monitoring.seriesPerServiceMax);
  });
  it("leave probes out by choice, and what AWS runs", () => {
    const bare = scrapeConfigs(PLAN, monitoringOf({ probes: false }), { ...FARGATE, watchesItself: false });
    assert.deepEqual(bare.map(labelOf), ["services", "ecs-tasks", "cloudwatch"]);
  });
});

describe("files of Prometheus", () => {
  it("are its configuration and every rule file, which it names", () => {
    const files = prometheusFiles(PLAN, monitoring);
    const rules = ruleFiles(PLAN, settingsOf(monitoring)).map(({ name }) => `rules/${name}.json`);
    assert.deepEqual(Object.keys(files).sort(), ["prometheus.json", ...rules].sort());
    assert.deepEqual(prometheusConfig(PLAN, monitoring).rule_files, ["/prometheus/config/rules/*.json"]);
  });
});

describe("Alertmanager's file", () => {
  it("names secrets in memory, each written from its variable", () => {
    const secrets = secretVariables(monitoring.alerting);
    const text = alertmanagerFile(monitoring.alerting);
    for (const { path } of secrets) assert.ok(text.includes(path), path);
    assert.ok(!text.includes("/etc/alertmanager"));
    const script = writeSecrets(secrets);
    assert.match(script, /^umask 077 && mkdir -p \/dev\/shm/);
    assert.ok(secrets.every(({ variable, path }) => script.includes(`"$${variable}" > ${path}`)));
  });
  it("has the dead man's switch", () => assert.match(alertmanagerFile(monitoring.alerting), /"dead-mans-switch"/));
});

describe("the collector", () => {
  const args = {
    clusterName: "shop-prod",
    region: "us-east-1",
    jaegerEndpoint: "views:4317",
    remoteWriteUrl: null,
    queueFolder: "/queue",
    memoryMiB: 400,
    targetsFile: "/t.yaml",
  };
  const config = (over: Partial<typeof args> | { jaegerEndpoint: null } = {}) =>
    collectorConfig(PLAN, monitoring, { ...args, ...over }) as Record<string, Record<string, never>>;
  /** Names used in pipelines that nobody declares. */
  const undeclared = (made: Record<string, Record<string, never>>) => {
    const pipelines = Object.values(made.service!.pipelines as unknown as Record<string, Record<string, string[]>>);
    return ["receivers", "processors", "exporters"].flatMap((kind) =>
      pipelines.flatMap((pipeline) => (pipeline[kind] ?? []).filter((name) => !(name in (made[kind] ?? {})))),
    );
  };

  it("declares what its pipelines use, in every mode", () => {
    for (const made of [config(), config({ jaegerEndpoint: null })]) assert.deepEqual(undeclared(made), []);
    const managed = collectorConfig(PLAN, monitoring, { ...args, remoteWriteUrl: "https://x" });
    assert.deepEqual(undeclared(managed as Record<string, Record<string, never>>), []);
  });
  it("waits on disk while Jaeger is replaced", () => {
    const { otlp_grpc } = config().exporters as unknown as { otlp_grpc: { sending_queue: { storage: string } } };
    assert.equal(otlp_grpc.sending_queue.storage, "file_storage");
    assert.ok((config().service!.extensions as unknown as string[]).includes("file_storage"));
  });
  it("keeps errors and slow traces whatever the share", () => {
    const { policies, decision_wait } = tailSampling({
      sampleShare: 0.1,
      slowMs: 700,
      decisionSeconds: 20,
      tracesKept: 9,
    });
    assert.equal(decision_wait, "20s");
    assert.deepEqual(policies, [
      { name: "errors", type: "status_code", status_code: { status_codes: ["ERROR"] } },
      { name: "slow", type: "latency", latency: { threshold_ms: 700 } },
      { name: "share", type: "probabilistic", probabilistic: { sampling_percentage: 10 } },
    ]);
  });
  it("looks for the plan's services alone", () => {
    const { services } = config().extensions!.ecs_observer as unknown as { services: { name_pattern: string }[] };
    assert.deepEqual(
      services.map(({ name_pattern }) => name_pattern),
      ["^orders$", "^worker$"],
    );
  });
});

describe("Grafana", () => {
  it("has sources that dashboards name, and the pages in few bytes", () => {
    const sources = { prometheusUrl: "http://p:9090", signedFor: null, alertmanagerUrl: null, jaegerUrl: "http://j" };
    const files = grafanaFiles(sources, { platform: '{\n  "uid": "x"\n}' });
    assert.equal(files["pages/platform.json"], '{"uid":"x"}');
    const uids = JSON.parse(files["datasources/sources.yaml"]!).datasources.map(({ uid }: { uid: string }) => uid);
    assert.deepEqual(uids, ["prometheus", "jaeger"]);
  });
  it("lets nobody in unseen", () => {
    const variables = grafanaVariables(monitoring);
    assert.equal(variables.GF_AUTH_ANONYMOUS_ENABLED, "false");
    assert.equal(variables.GF_USERS_ALLOW_SIGN_UP, "false");
  });
});

describe("Jaeger", () => {
  it("forgets the oldest traces beyond its bound", () => {
    const { extensions } = jaegerConfig(monitoring.tracing!) as { extensions: { jaeger_storage: unknown } };
    assert.deepEqual(extensions.jaeger_storage, { backends: { memory: { memory: { max_traces: 20_000 } } } });
  });
});

describe("a plan with many services", () => {
  it("keeps its targets by name, not by order", () => {
    const one = scrapeConfigs(ecsPlan(), monitoring, FARGATE);
    const other = scrapeConfigs({ ...PLAN, services: [...PLAN.services].reverse() }, monitoring, FARGATE);
    assert.deepEqual(
      one.map(({ job_name }) => job_name),
      other.map(({ job_name }) => job_name),
    );
  });
});
