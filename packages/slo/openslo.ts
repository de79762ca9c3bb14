import { bucketMatcher, SLI_SOURCES } from "./sli.ts";
import type { SloSpec } from "./spec.ts";

/** One OpenSLO v1 document, plain: apiVersion, kind, metadata, spec. Its YAML is a YAML of this. */
export interface OpenSloDocument {
  readonly apiVersion: "openslo/v1";
  readonly kind: "DataSource" | "Service" | "SLO";
  readonly metadata: {
    readonly name: string;
    readonly displayName?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly spec: Readonly<Record<string, unknown>>;
}

const DATA_SOURCE = "prometheus";

/** The objectives for other tools: a data source, one Service a service, one SLO an objective. Queries are counters. */
export function openSloDocuments(specs: readonly SloSpec[], prometheusUrl: string): readonly OpenSloDocument[] {
  const services = [...Map.groupBy(specs, ({ service }) => service)].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    {
      apiVersion: "openslo/v1",
      kind: "DataSource",
      metadata: { name: DATA_SOURCE },
      spec: { type: "Prometheus", connectionDetails: { url: prometheusUrl } },
    },
    ...services.flatMap(([service, own]): OpenSloDocument[] => [
      {
        apiVersion: "openslo/v1",
        kind: "Service",
        metadata: { name: service, labels: { owner: own[0]!.owner, tier: own[0]!.tier, domain: own[0]!.domain } },
        spec: { description: `Service ${service} of ${own[0]!.owner}` },
      },
      ...own.map(sloDocument),
    ]),
  ];
}

function sloDocument(spec: SloSpec): OpenSloDocument {
  const { service, slo, description, objective, periodDays } = spec;
  const counter = (query: string) => ({
    metricSource: { metricSourceRef: DATA_SOURCE, type: "Prometheus", spec: { query } },
  });
  const { metric, bad } = SLI_SOURCES[spec.sli.source];
  const own = `service="${service}"`;
  const total = counter(`sum(${metric}_count{${own}})`);
  const ratio =
    spec.sli.kind === "errors"
      ? { bad: counter(`sum(${metric}_count{${own}, ${bad}})`), total }
      : { good: counter(`sum(${metric}_bucket{${own}, ${bucketMatcher(spec.sli.thresholdSeconds)}})`), total };
  return {
    apiVersion: "openslo/v1",
    kind: "SLO",
    metadata: { name: `${service}-${slo}`, labels: { owner: spec.owner, tier: spec.tier, domain: spec.domain } },
    spec: {
      description,
      service,
      indicator: { metadata: { name: `${service}-${slo}` }, spec: { ratioMetric: { counter: true, ...ratio } } },
      timeWindow: [{ duration: `${periodDays}d`, isRolling: true }],
      budgetingMethod: "Occurrences",
      objectives: [{ displayName: slo, target: objective }],
    },
  };
}
