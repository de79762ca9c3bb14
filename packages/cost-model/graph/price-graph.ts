import type { CostLine } from "../line.ts";
import { sumCents } from "../line.ts";
import { type Cents, toCents, toUsd } from "../money.ts";
import { monitoringPodLines } from "../monitoring-lines.ts";
import { priceBook } from "../prices.ts";
import { canCost } from "./costly-types.ts";
import { graphContext } from "./graph-context.ts";
import { KINDS } from "./kinds/index.ts";
import { podFactLines } from "./kubernetes/pod-facts.ts";
import { PLATFORM, serviceOf } from "./read-props.ts";
import type { GraphContext, GraphCost, GraphKind, GraphOptions, GraphResource, PricedResource } from "./types.ts";

const kindByType: ReadonlyMap<string, GraphKind> = new Map(
  KINDS.flatMap((kind) => kind.types.map((type) => [type, kind] as const)),
);

/**
 * Prices a resource graph: the second count, beside `pricePlan`.
 *
 * Reads input properties only and never fails on what a preview does not know yet. Throws a `UserError` for a region
 * without prices.
 */
export function priceGraph(resources: readonly GraphResource[], region: string, options: GraphOptions = {}): GraphCost {
  const context = graphContext(priceBook(region), resources, options);
  const priced: PricedResource[] = [];
  const unpriced: { urn: string; type: string; why: string }[] = [];
  for (const resource of resources) {
    const { urn, type, name } = resource;
    const kind = kindByType.get(type);
    const answer = kind === undefined ? missing(type) : kind.price(resource, context);
    if (typeof answer === "string") unpriced.push({ urn, type, why: answer });
    else if (answer.length > 0) {
      const usd = toUsd(sumCents(answer));
      const service = kind?.owner?.(resource) ?? serviceOf(resource.props);
      priced.push({ urn, type, name, service, usd, lines: answer });
    }
  }
  return {
    currency: "USD",
    region,
    monthlyUsd: totalOf(priced),
    services: byService(priced),
    shadow: shadowOf(context),
    resources: priced,
    unpriced,
  };
}

function missing(type: string): readonly CostLine[] | string {
  return canCost(type) ? `no price of ${type}` : [];
}

interface Owned {
  readonly service: string;
  readonly usd: number;
}

/** What pods cost on somebody else's nodes, at our own nodes' price. */
function shadowOf({ book, pods, ownNodes, monitoringRequests }: GraphContext): GraphCost["shadow"] {
  const unbilled: Owned[] = [];
  for (const requests of ownNodes ? [] : monitoringRequests.values()) {
    unbilled.push({ service: PLATFORM, usd: toUsd(sumCents(monitoringPodLines(book, requests))) });
  }
  for (const facts of ownNodes ? [] : pods.values()) {
    const lines = podFactLines(book, facts);
    if (typeof lines !== "string") unbilled.push({ service: facts.service, usd: toUsd(sumCents(lines)) });
  }
  return { monthlyUsd: totalOf(unbilled), services: byService(unbilled) };
}

function totalOf(priced: readonly Owned[]): number {
  return toUsd(priced.reduce((sum, { usd }) => sum + toCents(usd), 0));
}

function byService(priced: readonly Owned[]): Record<string, number> {
  const cents = new Map<string, Cents>();
  for (const { service, usd } of priced) cents.set(service, (cents.get(service) ?? 0) + toCents(usd));
  return Object.fromEntries([...cents].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, sum]) => [name, toUsd(sum)]));
}
