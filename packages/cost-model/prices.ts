import { show, UserError } from "@pyairtable/diagnostics";
import usEast1 from "./data/prices/us-east-1.json" with { type: "json" };

export interface Price {
  readonly usd: number;
  /** `vCPU-hour`, `GB-month`, … */
  readonly unit: string;
  readonly source: string;
  /** When the source had this price. */
  readonly date: string;
}

export type PriceKey = keyof typeof usEast1.prices;

export interface PriceBook {
  readonly region: string;
  /** When the table was last read against its sources. */
  readonly read: string;
  readonly prices: Readonly<Record<PriceKey, Price>>;
}

// No multiplier from one region to another: prices differ by service, not by a factor.
const books: Readonly<Record<string, PriceBook>> = { [usEast1.region]: usEast1 };

/** Regions with a price table, sorted. */
export function pricedRegions(): readonly string[] {
  return Object.keys(books).sort();
}

/** The region's prices; throws a `UserError` where there are none. */
export function priceBook(region: string): PriceBook {
  if (Object.hasOwn(books, region)) return books[region]!;
  throw new UserError("Cost", [
    {
      code: "cost.region-without-prices",
      path: "platform.region",
      got: show(region),
      wanted: `a region with a price table: ${pricedRegions().join(", ")}`,
      fix: "Choose one of these regions, or add packages/cost-model/data/prices/<region>.json with a source and a date for each price and register it in prices.ts",
    },
  ]);
}

/** True where the table has a price of that key, e.g. of an EC2 type read from a resource graph. */
export function isPriceKey(key: string): key is PriceKey {
  return Object.hasOwn(usEast1.prices, key);
}
