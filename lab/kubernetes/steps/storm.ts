import { setTimeout as sleep } from "node:timers/promises";
import type { ServicePlan, Tier } from "@pyairtable/plan";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { type Verdict, verdict } from "../../support/verdict.ts";
import type { Lab } from "../context.ts";
import { type DrainResult, drainUntil } from "../evict.ts";
import type { FleetNode } from "../fleet.ts";
import { secondsUntil } from "../poll.ts";
import { type Mark, type Series, timelineSvg } from "../report/timeline-svg.ts";
import { type PodWatch, watchPods } from "../watch-pods.ts";

/** Simulated seconds that pass in one real second. Recovery is measured in real ones. */
const TIME_SCALE = 6;
/** Warnings come within the first simulated minute; each machine goes two minutes after its own. */
const WARNED_WITHIN_SECONDS = 60;
const WARNING_SECONDS = 120;
const RECOVERY_LIMIT_SECONDS = 120;
/** Until Karpenter has a node for a pod that no node of the fleet takes; packages/spot-risk has the source. */
const KARPENTER_SECONDS = 75;
const SEED = 7;
const COLOURS: Readonly<Record<Tier, string>> = { critical: "#c0392b", standard: "#2471a3", batch: "#7f8c8d" };

/** All Spot nodes warned and gone within three simulated minutes, then back. */
export async function spotStorm(lab: Lab): Promise<Verdict> {
  const { plan, cluster } = lab;
  const spot = lab.fleet.filter(({ capacityType }) => capacityType === "spot");
  const watch = await watchPods(cluster);
  const marks: Mark[] = [{ atMs: 0, label: "storm" }];
  try {
    const drains = await storm(lab, spot, watch, marks);
    marks.push({ atMs: watch.nowMs(), label: "all Spot gone" });
    // What found no room waits; what did has run by now.
    await sleep(5_000);
    const during = plan.services.filter(({ name, replicas }) => watch.ready(name) < replicas.min);
    marks.push({ atMs: watch.nowMs(), label: "Spot back" });
    // The time it takes the nodes to join counts.
    const [recovery] = await Promise.all([recovered(plan.services, watch, lab), lab.addNodes(spot)]);
    marks.push({ atMs: watch.nowMs(), label: recovery.seconds === undefined ? "not recovered" : "all running" });
    const path = lab.save("spot-storm.svg", timelineSvg(picture(plan.services, watch, marks)));
    return judge(plan.services, watch, drains, during, recovery, path);
  } finally {
    watch.stop();
  }
}

async function storm(lab: Lab, spot: readonly FleetNode[], watch: PodWatch, marks: Mark[]): Promise<DrainResult[]> {
  const random = xoroshiro128plus(SEED);
  const warnings = spot.map((node) => ({ node, atSeconds: uniformInt(random, 0, WARNED_WITHIN_SECONDS) }));
  return Promise.all(
    warnings.map(async ({ node, atSeconds }) => {
      await sleep((atSeconds / TIME_SCALE) * 1000);
      const deadline = performance.now() + (WARNING_SECONDS / TIME_SCALE) * 1000;
      lab.say(`${node.name} is warned`);
      const result = await drainUntil(lab.cluster, node.name, deadline);
      await sleep(Math.max(0, deadline - performance.now()));
      await lab.removeNode(node.name);
      marks.push({ atMs: watch.nowMs(), label: "" });
      return result;
    }),
  );
}

interface Recovery {
  /** From the return of the nodes until every service has its pods; undefined where that did not come. */
  readonly seconds: number | undefined;
  /** Nodes added for pods that take no Spot, as Karpenter adds them; a fixed fleet would leave these pods waiting. */
  readonly added: number;
}

async function recovered(services: readonly ServicePlan[], watch: PodWatch, lab: Lab): Promise<Recovery> {
  let added = 0;
  const within = { withinSeconds: RECOVERY_LIMIT_SECONDS * 1.5, everyMs: 200 };
  const seconds = await secondsUntil(within, async (now) => {
    const waiting = services.filter(({ name, replicas }) => watch.ready(name) < replicas.min);
    if (added === 0 && now > KARPENTER_SECONDS && waiting.some(takesNoSpot)) {
      const zone = lab.plan.zones[0] ?? "";
      await lab.addNodes([{ name: `on-demand-${zone}-added`, zone, capacityType: "on-demand", cpu: 4, memoryGiB: 16 }]);
      added++;
    }
    lab.say(`${waiting.length} services wait for Spot to be back`);
    return waiting.length === 0;
  });
  return { seconds, added };
}

function takesNoSpot({ kubernetes }: ServicePlan): boolean {
  return kubernetes?.capacity.kind === "on-demand";
}

function judge(
  services: readonly ServicePlan[],
  watch: PodWatch,
  drains: readonly DrainResult[],
  during: readonly ServicePlan[],
  { seconds: recoverySeconds, added }: Recovery,
  path: string,
): Verdict {
  const sum = (key: "evicted" | "refused" | "lost") => drains.reduce((total, drain) => total + drain[key], 0);
  const critical = services.filter(({ tier }) => tier === "critical");
  const problems = critical.flatMap((service) => {
    const floor = floorOf(service);
    const lowest = watch.lowest(service.name, 0);
    return lowest >= floor ? [] : [`${service.name}: ${lowest} ready, floor ${floor}`];
  });
  if (sum("refused") === 0) problems.push("no eviction was refused: the storm did not try the budgets");
  if (recoverySeconds === undefined || recoverySeconds > RECOVERY_LIMIT_SECONDS) {
    problems.push(`not all running again within ${RECOVERY_LIMIT_SECONDS} s`);
  }
  const lowest = Math.min(...critical.map(({ name }) => watch.lowest(name, 0)));
  return verdict(
    "Spot storm",
    `${drains.length} Spot nodes drained and deleted in ${WARNED_WITHIN_SECONDS + WARNING_SECONDS} simulated s (1 s = ${TIME_SCALE}); ` +
      `${sum("evicted")} pods evicted, ${sum("refused")} evictions refused with 429 and retried, ${sum("lost")} pods lost with their node; ` +
      `${critical.length} critical services never under their floor (lowest ${lowest} ready); ${during.length} others waited; ` +
      `all running ${recoverySeconds?.toFixed(1) ?? "—"} s after nodes returned${added > 0 ? `, ${added} on-demand node added as Karpenter would` : ""}; plot ${path}`,
    problems,
  );
}

function floorOf({ kubernetes, replicas }: ServicePlan): number {
  const budget = kubernetes?.disruption;
  if (budget?.kind === "min-available") return budget.pods;
  return budget?.kind === "max-unavailable" ? replicas.min - budget.pods : 0;
}

function picture(services: readonly ServicePlan[], watch: PodWatch, marks: readonly Mark[]) {
  const series = (["critical", "standard", "batch"] as const).map((tier): Series => {
    const names = new Set(services.filter((service) => service.tier === tier).map(({ name }) => name));
    const now = new Map<string, number>();
    const points = watch.changes.flatMap(({ atMs, service, ready }) => {
      if (!names.has(service)) return [];
      now.set(service, ready);
      // The state at the start is one point.
      if (atMs === 0 && now.size < names.size) return [];
      return [{ atMs, value: [...now.values()].reduce((total, value) => total + value, 0) }];
    });
    return { name: `${tier}, ready pods`, colour: COLOURS[tier], points };
  });
  const title = `Spot storm: ready pods by tier (1 s here is ${TIME_SCALE} s of the storm)`;
  return { title, series, marks, untilMs: watch.nowMs() };
}
