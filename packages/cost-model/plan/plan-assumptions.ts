import type { Plan } from "@pyairtable/plan";
import { ASSUMPTIONS, assumptionSentences } from "../assumptions.ts";
import { kubernetesSentences, NODES } from "../kubernetes/assumptions.ts";
import { sumCents } from "../line.ts";
import { type Cents, toCents, toUsd } from "../money.ts";
import type { PriceBook } from "../prices.ts";
import { isOnThisBill, makes } from "./makes.ts";
import type { ServiceCost } from "./parts.ts";
import { plannedPodLines } from "./pods-of.ts";

/** What the total rests on, Spot's price first: it moves. */
export function planAssumptions(book: PriceBook, plan: Plan, costs: Readonly<Record<string, ServiceCost>>): string[] {
  const made = makes(plan);
  const pods = made.eks && plan.services.some(({ kubernetes }) => kubernetes !== null);
  const unbilled = plan.services.filter((service) => !isOnThisBill(service, plan));
  const shadow = unbilled.reduce((sum, { name }) => sum + toCents(costs[name]!.shadowUsd), 0);
  return [
    ...(made.ecs ? [spotSentence("Fargate Spot", fargateSpotCents(plan, costs), ASSUMPTIONS.spotSensitivity)] : []),
    ...(pods ? [spotSentence("EC2 Spot", nodeSpotCents(book, plan), NODES.spot)] : []),
    ...(unbilled.length > 0 ? [shadowSentence(unbilled.length, shadow)] : []),
    `Prices of ${book.region}, read ${book.read}; free tiers, taxes and Savings Plans are left out`,
    ...assumptionSentences(),
    ...(made.eks ? kubernetesSentences() : []),
  ];
}

function fargateSpotCents({ services }: Plan, costs: Readonly<Record<string, ServiceCost>>): Cents {
  const onEcs = services.filter(({ kubernetes }) => kubernetes === null);
  return onEcs.reduce((sum, { name }) => sum + toCents(costs[name]!.parts.spotCompute), 0);
}

/** Without the nodes' disks, which have no Spot price. */
function nodeSpotCents(book: PriceBook, { services }: Plan): Cents {
  const lines = services.flatMap(({ architecture, kubernetes }) =>
    kubernetes === null ? [] : plannedPodLines(book, { architecture, kubernetes }, "spot"),
  );
  return sumCents(lines.filter(({ unit }) => unit.endsWith("-hour")));
}

function spotSentence(what: string, spotCents: Cents, { assumedDiscount, otherDiscount }: typeof NODES.spot): string {
  const more = Math.round(spotCents * ((1 - otherDiscount) / (1 - assumedDiscount) - 1));
  return `${what} costs ${percent(assumedDiscount)} less than on demand; at ${percent(otherDiscount)} less the plan costs ${toUsd(more)} USD a month more`;
}

function shadowSentence(services: number, shadow: Cents): string {
  return `${services} services run on a cluster that another bill pays for; on nodes of our own they would cost ${toUsd(shadow)} USD a month, so that much of the saving was moved, not saved`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
