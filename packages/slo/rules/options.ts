import { DEFAULT_SCRAPE_INTERVAL_SECONDS } from "../spec.ts";
import { BURN_WINDOWS, type BurnWindow } from "../windows.ts";

export interface SloRuleOptions {
  /** Default: the published four. */
  readonly windows?: readonly BurnWindow[];
  /** Seconds between evaluations of the short windows; default: the scrape interval, 30. */
  readonly intervalSeconds?: number;
  /**
   * PromQL vector with label `service`, of those that ought to serve now. Where given, a missing metric of any other
   * service (asleep at night) raises no alert.
   */
  readonly awake?: string;
}

export function withDefaults(options: SloRuleOptions): Required<Omit<SloRuleOptions, "awake">> & SloRuleOptions {
  return {
    ...options,
    windows: options.windows ?? BURN_WINDOWS,
    intervalSeconds: options.intervalSeconds ?? DEFAULT_SCRAPE_INTERVAL_SECONDS,
  };
}

/** Windows up to this length are read from the counters themselves; longer ones from the recorded five-minute rates. */
export const RAW_WINDOW_SECONDS_MAX = 21_600;
/** Long windows move slowly. Below the five minutes after which Prometheus forgets a sample. */
export const SLOW_INTERVAL_SECONDS = 120;
export const BASE_WINDOW_SECONDS = 300;
