import type { ServicePlan } from "@pyairtable/plan";
import { SCENARIO } from "../scenario/scenario.ts";
import { type Clock, minuteBefore } from "./clock.ts";
import { randomOf } from "./random.ts";

/** One task or pod, from its first minute to the minute it is gone. */
export interface Replica {
  readonly slot: number;
  readonly from: number;
  readonly to: number;
  /** Unique in the platform: a pod's name, and a task's address. */
  readonly pod: string;
  readonly address: string;
  /** From `to` to this minute its target is known and does not answer: an outage ended it. */
  readonly downUntil?: number;
}

/** Places of a service, with how much of an even share each takes; the first is the busiest. */
export const SLOT_WEIGHTS = [1, 0.95, 0.92, 0.9, 0.88, 0.86, 0.84, 0.82] as const;
/** Old and new run side by side when a release goes out. */
const OVERLAP_MINUTES = 2;
/** From a Spot interruption to the next task that answers. */
const GAP_MINUTES = 2;
/** An outage is as far from waking and from sleep. */
const ROOM_MINUTES = 60;
const DEPLOY_DAYS = [13, 8, 3] as const;

export interface Life {
  readonly replicas: readonly Replica[];
  /** Minutes of releases. */
  readonly deploys: readonly number[];
  /** Minutes in which Spot took a replica away. */
  readonly interruptions: readonly number[];
}

/** Who runs when: the plan's minimum, replaced by releases and Spot, absent at night where the service sleeps. */
export function lifeOf(service: ServicePlan, index: number, clock: Clock): Life {
  const random = randomOf("life", service.name);
  const total = clock.minutes + clock.ahead;
  const deploys = DEPLOY_DAYS.map((day) => minuteBefore(clock, day * 24 + Math.floor(random() * 20)));
  const interrupted = interruptionsOf(service, clock, random);
  const outages = outagesOf(service, clock);
  const quiet = (minute: number) => outages.every(({ from, to }) => minute < from - 10 || minute > to + 10);
  const replicas: Replica[] = [];
  for (let slot = 0; slot < service.replicas.min; slot++) {
    const taken = interrupted.filter((one) => one.slot === slot).map(({ minute }) => minute);
    const ends = [...[...deploys, ...taken].filter(quiet), ...outages.map((outage) => outage.from)];
    const cuts = ends.filter((minute) => minute > 0 && minute < clock.minutes).sort((a, b) => a - b);
    for (const [from, to] of awakeSpans(service, clock)) {
      let begin = from;
      for (const cut of cuts.filter((minute) => minute > from + 10 && minute < to - 10)) {
        const outage = outages.find((one) => one.from === cut);
        const deploy = outage === undefined && deploys.includes(cut);
        const ended = named(service, index, slot, begin, deploy ? cut + OVERLAP_MINUTES : cut, replicas.length);
        replicas.push(outage === undefined ? ended : { ...ended, downUntil: Math.min(outage.to, to) });
        begin = outage?.to ?? (deploy ? cut : cut + GAP_MINUTES);
      }
      if (begin < to) replicas.push(named(service, index, slot, begin, Math.min(to, total), replicas.length));
    }
  }
  const interruptions = interrupted.map(({ minute }) => minute).sort((a, b) => a - b);
  return { replicas, deploys, interruptions };
}

/** Minutes in which none of its replicas runs. Who sleeps cannot go down: then it was in the last hours awake before. */
function outagesOf(service: ServicePlan, clock: Clock): { readonly from: number; readonly to: number }[] {
  const outages = SCENARIO.outages.filter((outage) => outage.service === service.name.replace(/-\d+$/, ""));
  const awake = awakeSpans(service, clock);
  return outages.flatMap(({ endsHoursAgo, minutes }) => {
    const wanted = minuteBefore(clock, endsHoursAgo);
    const span = awake.findLast(([from]) => from + minutes + ROOM_MINUTES <= wanted);
    if (span === undefined) return [];
    const to = Math.min(wanted, span[1] - ROOM_MINUTES);
    return [{ from: to - minutes, to }];
  });
}

/** A few single ones, and the storm; only where Spot carries replicas. */
function interruptionsOf(service: ServicePlan, clock: Clock, random: () => number) {
  const onSpot = service.replicas.min - service.placement.onDemandBase;
  if (onSpot <= 0) return [];
  const found = Array.from({ length: 3 }, (_, i) => ({
    slot: service.replicas.min - 1,
    minute: Math.floor(random() * 3 * 1440) + i * 4 * 1440 + 300,
  }));
  const { endsHoursAgo, minutes } = SCENARIO.spotStorm;
  const inStorm = minuteBefore(clock, endsHoursAgo) - Math.floor(random() * minutes);
  return [...found, { slot: service.replicas.min - 1, minute: inStorm }];
}

/** Intervals in which the service runs at all. */
function awakeSpans(service: ServicePlan, { minutes, ahead, working }: Clock): [number, number][] {
  const sleeps = service.offHours !== "always-on" && service.offHours.replicas === 0;
  if (!sleeps) return [[0, minutes + ahead]];
  const spans: [number, number][] = [];
  for (let minute = 0; minute < working.length; minute++) {
    if (working[minute] === 0) continue;
    const last = spans.at(-1);
    if (last?.[1] === minute) last[1] = minute + 1;
    else spans.push([minute, minute + 1]);
  }
  return spans;
}

function named(service: ServicePlan, index: number, slot: number, from: number, to: number, n: number): Replica {
  const suffix = (Math.imul(n + 1, 2654435761) >>> 0).toString(36).padStart(6, "0").slice(0, 5);
  return {
    slot,
    from,
    to,
    pod: `${service.name}-${suffix}`,
    address: `10.${Math.floor(index / 250)}.${index % 250}.${(n % 250) + 1}`,
  };
}
