import type { CostLine } from "../line.ts";
import { sumCents } from "../line.ts";
import { type Cents, toCents, toUsd } from "../money.ts";
import { priceBook } from "../prices.ts";
import { canCost } from "./costly-types.ts";
import { graphContext } from "./graph-context.ts";
import { KINDS } from "./kinds/index.ts";
import { serviceOf } from "./read-props.ts";
import type { GraphCost, GraphKind, GraphResource, PricedResource } from "./types.ts";

const kindByType: ReadonlyMap<string, GraphKind> = new Map(
  KINDS.flatMap((kind) => kind.types.map((type) => [type, kind] as const)),
);

/**
 * Prices a resource graph: the second count, beside `pricePlan`.
 *
 * Reads input properties only and never fails on what a preview does not know yet. Throws a `UserError` for a region
 * without prices.
 */
export function priceGraph(resources: readonly GraphResource[], region: string): GraphCost {
  const context = graphContext(priceBook(region), resources);
  const priced: PricedResource[] = [];
  const unpriced: { urn: string; type: string; why: string }[] = [];
  for (const resource of resources) {
    const { urn, type, name } = resource;
    const kind = kindByType.get(type);
    const answer = kind === undefined ? missing(type) : kind.price(resource, context);
    if (typeof answer === "string") unpriced.push({ urn, type, why: answer });
    else if (answer.length > 0) {
      const usd = toUsd(sumCents(answer));
      priced.push({ urn, type, name, service: serviceOf(resource.props), usd, lines: answer });
    }
  }
  const services = byService(priced);
  const total = priced.reduce((sum, { usd }) => sum + toCents(usd), 0);
  return { currency: "USD", region, monthlyUsd: toUsd(total), services, resources: priced, unpriced };
}

function missing(type: string): readonly CostLine[] | string {
  return canCost(type) ? `no price of ${type}` : [];
}

function byService(priced: readonly PricedResource[]): Record<string, number> {
  const cents = new Map<string, Cents>();
  for (const { service, usd } of priced) cents.set(service, (cents.get(service) ?? 0) + toCents(usd));
  return Object.fromEntries([...cents].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, sum]) => [name, toUsd(sum)]));
}
