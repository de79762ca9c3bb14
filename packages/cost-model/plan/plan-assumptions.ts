import { ASSUMPTIONS, assumptionSentences } from "../assumptions.ts";
import { type Cents, toUsd } from "../money.ts";
import type { PriceBook } from "../prices.ts";

/** What the total rests on, Spot's price first: it moves. */
export function planAssumptions(book: PriceBook, spotCents: Cents): string[] {
  const { assumedDiscount, otherDiscount } = ASSUMPTIONS.spotSensitivity;
  const more = Math.round(spotCents * ((1 - otherDiscount) / (1 - assumedDiscount) - 1));
  return [
    `Fargate Spot costs ${percent(assumedDiscount)} less than on demand; at ${percent(otherDiscount)} less the plan costs ${toUsd(more)} USD a month more`,
    `Prices of ${book.region}, read ${book.read}; free tiers, taxes and Savings Plans are left out`,
    ...assumptionSentences(),
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
