import {
  type BurnWindow,
  bucketMatcher,
  promDuration,
  SLI_SOURCES,
  type SloSpec,
  serviceMatcher,
} from "@pyairtable/slo";

/** Objectives that one query can ask for: the same metric, kind and number. */
export interface PublishedGroup {
  readonly slo: string;
  readonly specs: readonly SloSpec[];
}

export function publishedGroups(specs: readonly SloSpec[]): readonly PublishedGroup[] {
  const key = ({ slo, objective, sli }: SloSpec) => JSON.stringify([slo, objective, sli]);
  return [...Map.groupBy(specs, key).values()].map((same) => ({ slo: same[0]!.slo, specs: same }));
}

/**
 * The alert of the SRE workbook's chapter 5 (approach 6), straight from the counters and without any recorded series, as
 * sloth and pyrra write it: both windows' share of bad requests above factor × budget.
 */
export function publishedExpression({ specs }: PublishedGroup, window: BurnWindow): string {
  const [first] = specs as [SloSpec, ...SloSpec[]];
  const over = (seconds: number) => `(${ratio(specs, seconds)} > ${window.factor} * (1 - ${first.objective}))`;
  return `${over(window.longSeconds)} and ${over(window.shortSeconds)}`;
}

function ratio(specs: readonly SloSpec[], windowSeconds: number): string {
  const [{ sli }] = specs as [SloSpec, ...SloSpec[]];
  const { metric, bad } = SLI_SOURCES[sli.source];
  const services = serviceMatcher(specs.map(({ service }) => service));
  const rate = (selector: string) => `sum by (service) (rate(${selector}[${promDuration(windowSeconds)}]))`;
  const total = rate(`${metric}_count{${services}}`);
  if (sli.kind === "errors") return `${rate(`${metric}_count{${services}, ${bad}}`)} / ${total}`;
  return `1 - ${rate(`${metric}_bucket{${services}, ${bucketMatcher(sli.thresholdSeconds)}}`)} / ${total}`;
}
