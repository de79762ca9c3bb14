/**
 * Money in whole cents, so that parts always add up to their total.
 *
 * Each line is rounded once, when it is made; everything above a line is a sum of integers.
 */
export type Cents = number;

export function toCents(usd: number): Cents {
  return Math.round(usd * 100);
}

export function toUsd(cents: Cents): number {
  return cents / 100;
}

/** Percent with one decimal; 0 where there is nothing to compare with. */
export function percentSaved(before: Cents, after: Cents): number {
  return before === 0 ? 0 : Math.round(((before - after) / before) * 1000) / 10;
}
