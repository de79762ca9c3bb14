import table from "./data/sli-sources.json" with { type: "json" };

export type SliSourceName = keyof typeof table.sources;

/** What counts as bad: an error, or an answer slower than a bucket of the histogram. */
export type Sli =
  | { readonly kind: "errors"; readonly source: SliSourceName }
  | { readonly kind: "slower-than"; readonly source: SliSourceName; readonly thresholdSeconds: number };

export interface SliSource {
  /** Histogram without suffix; all times in seconds. */
  readonly metric: string;
  /** Matcher of the bad ones. */
  readonly bad: string;
  readonly says: string;
}

export const SLI_SOURCES: Readonly<Record<SliSourceName, SliSource>> = table.sources;
export const SLI_SOURCE_NAMES = Object.keys(table.sources) as readonly SliSourceName[];

/** Bucket bounds that every service's histogram must have, ascending. */
export const BUCKETS_SECONDS: readonly number[] = table.bucketsSeconds;

/**
 * Matcher of one bucket. Prometheus 3 stores whole bounds as `2.0`, Prometheus 2 as the application wrote them, so both
 * spellings match.
 */
export function bucketMatcher(seconds: number): string {
  return Number.isInteger(seconds) ? `le=~"${seconds}|${seconds}\\\\.0"` : `le="${seconds}"`;
}

/** Matcher of a set of services; names hold nothing a regular expression would read. */
export function serviceMatcher(services: readonly string[]): string {
  return services.length === 1 ? `service="${services[0]}"` : `service=~"${services.join("|")}"`;
}
