import { type Diagnostic, throwIfAny } from "@pyairtable/diagnostics";
import type { UnwatchedPlan } from "@pyairtable/plan";
import capacity from "../data/capacity.json" with { type: "json" };
import type { MonitoringSettings } from "../settings/args.ts";
import { seriesOfService, seriesPerReplica } from "./series.ts";

const GIB = 1024 ** 3;
const DAY_SECONDS = 86_400;
/** Recorded by rules for each service, from the generated files (a test counts them), and what the platform has itself. */
export const RECORDED_SERIES_PER_SERVICE = 200;
const PLATFORM_SERIES = 4000;

/** What Prometheus must hold for this plan. */
export interface Capacity {
  /** At the most replicas. */
  readonly series: number;
  readonly seriesByService: Readonly<Record<string, number>>;
  readonly samplesPerSecond: number;
  readonly retentionDays: number;
  /** Retention × samples per second × bytes per sample. */
  readonly neededGiB: number;
  readonly volumeGiB: number;
  /** `--storage.tsdb.retention.size`, whole MiB: 80% of the volume, the rest is for the log and compaction. */
  readonly retentionSizeMiB: number;
  /** Estimate for the process: the head block with churn. */
  readonly memoryMiB: number;
  /** `sample_limit` of one target, by service. */
  readonly sampleLimitByService: Readonly<Record<string, number>>;
}

export function capacityOf(plan: UnwatchedPlan, settings: MonitoringSettings): Capacity {
  const seriesByService = Object.fromEntries(plan.services.map((one) => [one.name, seriesOfService(one, settings)]));
  const scraped = Object.values(seriesByService).reduce((sum, count) => sum + count, 0);
  const series = scraped + plan.services.length * RECORDED_SERIES_PER_SERVICE + PLATFORM_SERIES;
  const samplesPerSecond = series / settings.scrapeIntervalSeconds;
  const neededBytes = settings.retentionDays * DAY_SECONDS * samplesPerSecond * capacity.bytesPerSample;
  const computedGiB = Math.max(capacity.minimumVolumeGiB, Math.ceil(neededBytes / capacity.volumeShare / GIB));
  const volumeGiB = settings.volumeGiB ?? computedGiB;
  return {
    series,
    seriesByService,
    samplesPerSecond: round(samplesPerSecond),
    retentionDays: settings.retentionDays,
    neededGiB: round(neededBytes / GIB),
    volumeGiB,
    retentionSizeMiB: Math.floor(volumeGiB * 1024 * capacity.volumeShare),
    memoryMiB: Math.ceil((series * capacity.churn * capacity.bytesPerSeriesInMemory) / 1024 ** 2 / 64) * 64 + 256,
    sampleLimitByService: Object.fromEntries(
      plan.services.map((one) => [one.name, Math.floor(settings.seriesPerServiceMax / one.replicas.max)]),
    ),
  };
}

/** A service over its budget of series, or a volume that cannot hold the retention. */
export function checkCapacity(plan: UnwatchedPlan, settings: MonitoringSettings): readonly Diagnostic[] {
  const { neededGiB, volumeGiB, seriesByService } = capacityOf(plan, settings);
  const over = plan.services.filter(({ name }) => seriesByService[name]! > settings.seriesPerServiceMax);
  const found = over.map((service): Diagnostic => {
    const each = seriesPerReplica(service, settings);
    return {
      code: "monitoring.cardinality",
      path: `monitoring.routes.${service.name}`,
      got: `${seriesByService[service.name]} series: ${service.replicas.max} replicas × ${each}`,
      wanted: `at most ${settings.seriesPerServiceMax} (seriesPerServiceMax)`,
      fix: "Report fewer routes apart, lower the most replicas, or raise seriesPerServiceMax for its price.",
    };
  });
  if (neededGiB > volumeGiB * capacity.volumeShareMaximum) {
    found.push({
      code: "monitoring.volume",
      path: "monitoring.volumeGiB",
      got: `${volumeGiB} GiB`,
      wanted: `${Math.ceil(neededGiB / capacity.volumeShare)} GiB: ${settings.retentionDays} days take ${neededGiB}, and a fifth stays free for the log and compaction`,
      fix: "Leave volumeGiB out, or shorten retentionDays.",
    });
  }
  return found;
}

/** The same, thrown as one `UserError`. */
export function requireCapacity(plan: UnwatchedPlan, settings: MonitoringSettings): Capacity {
  throwIfAny("Monitoring capacity", checkCapacity(plan, settings));
  return capacityOf(plan, settings);
}

const round = (value: number) => Math.round(value * 100) / 100;
