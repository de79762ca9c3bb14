import { chartNameOf, RELEASE } from "../helm.ts";
import { carrierOf, jsonOf, TASK } from "./carried.ts";

export const STACK_CHART = "kube-prometheus-stack";
/** Resources that run a Prometheus of ours. */
export const PROMETHEUS_TYPES = [TASK, RELEASE] as const;

/** How a Prometheus is set; null for what is not said, undefined where the resource runs none. */
export interface PrometheusSettings {
  readonly retentionDays: number | null;
  readonly retentionSizeMiB: number | null;
  /** Null: a disk that grows. */
  readonly volumeMiB: number | null;
  /** Seconds between scrapes: the usual ones and each job's own. */
  readonly scrapeSeconds: readonly number[];
}

export function prometheusOf(type: string, props: object): PrometheusSettings | undefined {
  return type === TASK ? ofTask(props as { containerDefinitions: string }) : ofRelease(props);
}

function ofTask(props: { readonly containerDefinitions: string }): PrometheusSettings | undefined {
  const carrier = carrierOf(props, "prometheus");
  if (carrier === undefined) return undefined;
  const flag = (name: string) => new RegExp(`--storage\\.tsdb\\.retention\\.${name}=(\\S+)`).exec(carrier.command)?.[1];
  const config = (jsonOf(carrier.files["prometheus.json"]) ?? {}) as {
    readonly global?: { readonly scrape_interval?: string };
    readonly scrape_configs?: readonly { readonly scrape_interval?: string }[];
  };
  const intervals = [
    config.global?.scrape_interval,
    ...(config.scrape_configs ?? []).map((job) => job.scrape_interval),
  ];
  return {
    retentionDays: days(flag("time")),
    retentionSizeMiB: mebibytes(flag("size")),
    volumeMiB: null,
    scrapeSeconds: intervals.flatMap((text) => (text === undefined ? [] : [seconds(text)])),
  };
}

function ofRelease(props: object): PrometheusSettings | undefined {
  const spec = stackValuesOf(props)?.prometheus?.prometheusSpec;
  if (spec === undefined) return undefined;
  const storage = spec.storageSpec?.volumeClaimTemplate?.spec?.resources?.requests?.storage;
  return {
    retentionDays: days(spec.retention),
    retentionSizeMiB: mebibytes(spec.retentionSize),
    volumeMiB: mebibytes(storage),
    scrapeSeconds: spec.scrapeInterval === undefined ? [] : [seconds(spec.scrapeInterval)],
  };
}

interface StackValues {
  readonly prometheus?: {
    readonly prometheusSpec?: {
      readonly retention?: string;
      readonly retentionSize?: string;
      readonly scrapeInterval?: string;
      readonly storageSpec?: {
        readonly volumeClaimTemplate?: {
          readonly spec?: { readonly resources?: { readonly requests?: { readonly storage?: string } } };
        };
      };
    };
  };
  readonly alertmanager?: { readonly config?: unknown };
  readonly grafana?: { readonly enabled?: boolean };
}

/** Values of the chart; undefined for a release of another. */
export function stackValuesOf(props: object): StackValues | undefined {
  const release = props as { readonly chart: string; readonly values?: StackValues };
  return chartNameOf(release as never) === STACK_CHART ? (release.values ?? {}) : undefined;
}

/** `31d`, `2w`, `36h`; null for nothing and for what is none. */
function days(text: string | undefined): number | null {
  const [, count, unit] = /^(\d+)([hdwy])$/.exec(text ?? "") ?? [];
  return count === undefined ? null : Number(count) * { h: 1 / 24, d: 1, w: 7, y: 365 }[unit as "h" | "d" | "w" | "y"];
}

/** `11468MB` and `MiB` alike: Prometheus counts by 1024. */
function mebibytes(text: string | undefined): number | null {
  const [, count, unit] = /^(\d+)([MGT])i?B?$/.exec(text ?? "") ?? [];
  return count === undefined ? null : Number(count) * { M: 1, G: 1024, T: 1024 ** 2 }[unit as "M" | "G" | "T"];
}

function seconds(text: string): number {
  const [, count, unit] = /^(\d+)(ms|s|m|h)$/.exec(text) ?? [];
  return count === undefined
    ? Number.NaN
    : Number(count) * { ms: 0.001, s: 1, m: 60, h: 3600 }[unit as "ms" | "s" | "m" | "h"];
}
