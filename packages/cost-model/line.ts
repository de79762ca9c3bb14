import { type Cents, toCents, toUsd } from "./money.ts";
import type { PriceBook, PriceKey } from "./prices.ts";

/** One number of the bill and how it came about. `usd` a month, whole cents. */
export interface CostLine {
  readonly what: string;
  readonly quantity: number;
  readonly unit: string;
  readonly unitPriceUsd: number;
  readonly usd: number;
  readonly source: string;
}

/** Quantity a month times unit price, rounded to cents. */
export function costLine(book: PriceBook, key: PriceKey, what: string, quantity: number): CostLine {
  const { usd, unit, source, date } = book.prices[key];
  return {
    what,
    quantity,
    unit,
    unitPriceUsd: usd,
    usd: toUsd(toCents(quantity * usd)),
    source: `${source} (${date})`,
  };
}

export function sumCents(lines: readonly CostLine[]): Cents {
  return lines.reduce((sum, line) => sum + toCents(line.usd), 0);
}
