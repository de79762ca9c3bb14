import type { Exposure, Tier } from "@pyairtable/plan";
import catalog from "./data/catalog.generated.json" with { type: "json" };
import budgets from "./data/error-budgets.generated.json" with { type: "json" };
import provider from "./data/taggable.generated.json" with { type: "json" };
import { SHARED_SERVICE } from "./service-of.ts";

export interface CatalogService {
  readonly tier: Tier;
  readonly owner: string;
  readonly costCenter: string;
  readonly exposure: Exposure;
  /** Names of the services it calls. */
  readonly calls: readonly string[];
}

const services: ReadonlyMap<string, CatalogService> = new Map(Object.entries(catalog.services)) as ReadonlyMap<
  string,
  CatalogService
>;

/** What the catalog says of a service; undefined for a name it lacks, and for `platform`. */
export function catalogService(name: string): CatalogService | undefined {
  return services.get(name);
}

/** Values the `Service` tag may have. */
export const SERVICE_NAMES: ReadonlySet<string> = new Set([...services.keys(), SHARED_SERVICE]);

/** Cost centres that some service of the catalog is charged to. */
export const COST_CENTERS: ReadonlySet<string> = new Set([...services.values()].map(({ costCenter }) => costCenter));

/** Resource types that take tags, and those that do not, from the provider's declarations. */
export const TAGGABLE_TYPES: readonly string[] = provider.taggable;
export const UNTAGGABLE_TYPES: ReadonlySet<string> = new Set(provider.untaggable);

/** What was left of a service's error budget, by the objective with least of it, and what ran while it was measured. */
export interface MeasuredBudget {
  readonly slo: string;
  /** 1 untouched, below 0 overspent. */
  readonly remaining: number;
  /** Of its tasks or pods at the minimum, 0 to 1. */
  readonly spotShare: number;
  readonly replicasMin: number;
}

export interface MeasuredBudgets {
  /** `sample` is made up, and never grows old. */
  readonly origin: string;
  /** ISO instant. */
  readonly measuredAt: string;
  readonly services: Readonly<Record<string, MeasuredBudget>>;
}

/** Error budgets by stack; a stack that nobody measured is absent. */
export const ERROR_BUDGETS: Readonly<Record<string, MeasuredBudgets>> = budgets.stacks;
