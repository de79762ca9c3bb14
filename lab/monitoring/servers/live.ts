import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { alertmanagerConfig, defaultAlerting, ruleFileYaml } from "@pyairtable/monitoring";
import type { Lab } from "../context.ts";
import { type AlertmanagerServer, startAlertmanager } from "./alertmanager.ts";
import { until } from "./api.ts";
import { exposition } from "./exposition.ts";
import { listen } from "./http.ts";
import { type Faults, platformNow } from "./platform-exporters.ts";
import { type PrometheusServer, startPrometheus } from "./prometheus.ts";
import { type SampleReplica, startSampleReplica } from "./sample-service.ts";
import { type Sink, startSink } from "./sink.ts";
import { hurriedRules, labAlerting } from "./timers.ts";

/** The service of the catalog whose replicas run for real here. */
export const SAMPLE = "template-gallery";
const SAMPLE_REPLICAS = 2;
const SCRAPED_WITHIN_SECONDS = 60;
/** How often rules are evaluated, and those over two weeks. */
export const evaluatedSeconds = (short: boolean) => (short ? 3 : 10);
const slowSeconds = (short: boolean) => 2 * evaluatedSeconds(short);

/** A real Prometheus that scrapes, evaluates and alerts, its Alertmanager, and whoever is told. */
export interface LiveServers {
  readonly prometheus: PrometheusServer;
  readonly alertmanager: AlertmanagerServer;
  readonly sink: Sink;
  readonly faults: Faults;
  /** Ends the replicas of the sample service. */
  stopSample(): Promise<void>;
  /** Starts them again where they were. */
  startSample(): Promise<void>;
}

/** Prometheus goes on where the history ends: the same series, scraped from exporters that go on too. */
export async function startLive(lab: Lab): Promise<LiveServers> {
  const { keeper, plan, settings, tools, history } = lab;
  const faults: Faults = { lostNode: null };
  const sink = await startSink();
  keeper.onStop(sink.close);
  const exporter = await listen((_, response) => {
    const now = platformNow(plan, history, SAMPLE, faults, Date.now() / 1000);
    response.setHeader("content-type", "text/plain; version=0.0.4").end(exposition(now));
  });
  keeper.onStop(exporter.close);
  const sample = plan.services.find(({ name }) => name === SAMPLE)!;
  const first = await replicas(sample.healthPath, []);
  let running = first;
  keeper.onStop(async () => {
    await Promise.all(running.map((one) => one.close()));
  });
  const config = labAlerting(alertmanagerConfig(defaultAlerting(plan)), sink.url);
  const alertmanager = await startAlertmanager(keeper, tools.alertmanager, "alertmanager-live", config);
  const job = (name: string, targets: readonly string[], labels = {}, rest = {}) => ({
    job_name: name,
    static_configs: [{ targets, labels }],
    ...rest,
  });
  const scraping = (address: string) => ({
    global: {
      scrape_interval: lab.short ? "3s" : "5s",
      evaluation_interval: `${evaluatedSeconds(lab.short)}s`,
      external_labels: settings.externalLabels,
    },
    alerting: { alertmanagers: [{ static_configs: [{ targets: [alertmanager.address] }] }] },
    scrape_configs: [
      // Its series name their own targets, as if each were scraped.
      job("platform", [exporter.url.slice("http://".length)], {}, { honor_labels: true }),
      job(
        "services",
        first.map(({ address: target }) => target),
        { service: SAMPLE },
      ),
      job("prometheus", [address]),
      job("alertmanager", [alertmanager.address]),
    ],
  });
  const prometheus = await startPrometheus(keeper, {
    command: tools.prometheus,
    name: "prometheus-live",
    data: lab.data,
    config: scraping,
  });
  // Alerts whose waits are sixty times shorter would fire for the seconds before the first scrapes.
  await until("everything is scraped twice", SCRAPED_WITHIN_SECONDS, async () => {
    const [seen] = await prometheus.api.query('min(count_over_time(up{job=~"services|platform|prometheus"}[1m]))');
    return (seen?.points[0]?.[1] ?? 0) >= 2;
  });
  await prometheus.configure({ ...scraping(prometheus.address), rule_files: writeRules(lab) });
  return {
    prometheus,
    alertmanager,
    sink,
    faults,
    async stopSample() {
      await Promise.all(running.map((one) => one.close()));
      running = [];
    },
    async startSample() {
      running = await replicas(
        sample.healthPath,
        first.map(({ port }) => port),
      );
    },
  };
}

function replicas(healthPath: string, ports: readonly number[]): Promise<SampleReplica[]> {
  return Promise.all(
    Array.from({ length: SAMPLE_REPLICAS }, (_, index) => startSampleReplica(healthPath, ports[index])),
  );
}

/** All rules of the plan; alerts wait a sixtieth of their time. */
function writeRules({ files, settings, keeper, short }: Lab): string[] {
  const often = (group: string) => (group.startsWith("usage") ? slowSeconds(short) : evaluatedSeconds(short));
  return hurriedRules(files, often).map((file) => {
    const path = join(keeper.directory, `${file.name}.rules.yaml`);
    writeFileSync(path, ruleFileYaml(file, settings, "Made for a run of the lab"));
    return path;
  });
}
