import type { CostLine } from "../line.ts";
import type { PriceBook } from "../prices.ts";

/** A resource as a policy pack or a mock sees it: input properties before deployment. */
export interface GraphResource {
  /** `aws:ecs/service:Service` */
  readonly type: string;
  readonly urn: string;
  readonly name: string;
  readonly props: Readonly<Record<string, unknown>>;
}

/** One kind of resource and what it costs. */
export interface GraphKind {
  /** Type tokens it answers for. */
  readonly types: readonly string[];
  /** Lines of one resource; a string says why it cannot be priced. */
  readonly price: (resource: GraphResource, context: GraphContext) => readonly CostLine[] | string;
}

export interface GraphContext {
  readonly book: PriceBook;
  /** By service name (the `Service` tag). */
  readonly services: ReadonlyMap<string, ServiceFacts>;
  /** Zones of the graph's subnets. */
  readonly zones: number;
  /** Tasks running on average, all services. */
  readonly tasks: number;
  readonly natGateways: number;
  /** Secret reference to the services that read it. */
  readonly secretReaders: ReadonlyMap<string, readonly string[]>;
  /** Days after which objects of log buckets go; null where nothing says. */
  readonly bucketDays: number | null;
}

/** What several resources together say of one service. */
export interface ServiceFacts {
  readonly onDemand: number;
  readonly spot: number;
  readonly size: {
    readonly architecture: "arm64" | "x86_64";
    readonly cpuUnits: number;
    readonly memoryMiB: number;
  } | null;
  readonly secrets: readonly string[];
}

export interface PricedResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** `Service` tag; `platform` where the tag is missing. */
  readonly service: string;
  readonly usd: number;
  readonly lines: readonly CostLine[];
}

/** USD a month. `services` (with `platform`) add up to `monthlyUsd`, to the cent. */
export interface GraphCost {
  readonly currency: "USD";
  readonly region: string;
  readonly monthlyUsd: number;
  readonly services: Readonly<Record<string, number>>;
  /** Resources that cost something, in the graph's order. */
  readonly resources: readonly PricedResource[];
  /** Resources that cost money but have no price here. */
  readonly unpriced: readonly { readonly urn: string; readonly type: string; readonly why: string }[];
}
