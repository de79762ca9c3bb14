import type { V1Node, V1Pod } from "@kubernetes/client-node";
import { NAME_LABEL, PRIORITY_CLASSES, ZONE_LABEL } from "@pyairtable/kubernetes-facts";
import type { Plan, ServicePlan } from "@pyairtable/plan";
import { type Verdict, verdict } from "../../support/verdict.ts";
import { isReady, labelOf } from "../cluster.ts";
import type { Lab } from "../context.ts";
import { secondsUntil } from "../poll.ts";

const WITHIN_SECONDS = 120;

/** Every pod of every service runs where the plan wants it, placed by the real scheduler. */
export async function allScheduled(lab: Lab): Promise<Verdict> {
  const { plan } = lab;
  const seconds = await allReady(lab);
  const [{ items: pods }, { items: nodes }] = await Promise.all([
    lab.cluster.core.listPodForAllNamespaces({ labelSelector: NAME_LABEL }),
    lab.cluster.core.listNode(),
  ]);
  const nodeOf = new Map(nodes.map((node) => [node.metadata?.name ?? "", node]));
  const podsOf = Map.groupBy(pods, (pod) => labelOf(pod, NAME_LABEL) ?? "");
  const problems = plan.services.flatMap((service) =>
    placementProblems(service, podsOf.get(service.name) ?? [], nodeOf, plan),
  );
  if (seconds === undefined) problems.unshift(`not all pods ready within ${WITHIN_SECONDS} s`);
  const running = plan.services.reduce((sum, { name }) => sum + (podsOf.get(name) ?? []).filter(isReady).length, 0);
  const onSpot = plan.services
    .flatMap(({ name }) => podsOf.get(name) ?? [])
    .filter((pod) => capacityOf(nodeOf.get(pod.spec?.nodeName ?? ""), plan) === "spot").length;
  return verdict(
    "scheduling",
    `${running} pods of ${plan.services.length} services running ${seconds?.toFixed(1) ?? "—"} s after the last node; ` +
      `${onSpot} on Spot; zones, capacity types and priorities as the plan says`,
    problems,
  );
}

function allReady(lab: Lab): Promise<number | undefined> {
  return secondsUntil({ withinSeconds: WITHIN_SECONDS, everyMs: 500 }, async () => {
    const { items } = await lab.cluster.core.listPodForAllNamespaces({ labelSelector: NAME_LABEL });
    const ready = Map.groupBy(items.filter(isReady), (pod) => labelOf(pod, NAME_LABEL));
    const waiting = lab.plan.services.filter(({ name, replicas }) => (ready.get(name)?.length ?? 0) < replicas.min);
    lab.say(`${waiting.length} services wait for their pods`);
    return waiting.length === 0;
  });
}

/** What of one service is not where the plan wants it. */
export function placementProblems(
  service: ServicePlan,
  pods: readonly V1Pod[],
  nodeOf: ReadonlyMap<string, V1Node>,
  plan: Plan,
): string[] {
  const { name, tier, replicas, kubernetes } = service;
  const live = pods.filter(isReady);
  const nodes = live.map((pod) => nodeOf.get(pod.spec?.nodeName ?? ""));
  const problems: string[] = [];
  if (live.length < replicas.min) problems.push(`${name}: ${live.length} pods ready, ${replicas.min} wanted`);
  const zones = new Set(nodes.map((node) => node?.metadata?.labels?.[ZONE_LABEL]));
  const zonesWanted = Math.min(live.length, plan.zones.length);
  if (tier === "critical" && zones.size < zonesWanted) {
    problems.push(`${name}: in ${zones.size} zones, ${zonesWanted} wanted`);
  }
  const onDemand = nodes.filter((node) => capacityOf(node, plan) === "on-demand").length;
  if (kubernetes?.capacity.kind === "on-demand" && onDemand < live.length) {
    problems.push(`${name}: ${live.length - onDemand} pods on Spot, none wanted`);
  }
  if (kubernetes?.capacity.kind === "spread" && onDemand < Math.floor(live.length / 2)) {
    problems.push(`${name}: ${onDemand} of ${live.length} pods on demand, half wanted`);
  }
  const priority = PRIORITY_CLASSES[kubernetes?.priorityClass as keyof typeof PRIORITY_CLASSES];
  if (live.some((pod) => pod.spec?.priority !== priority)) problems.push(`${name}: priority is not ${priority}`);
  return problems;
}

export function capacityOf(node: V1Node | undefined, plan: Plan): "spot" | "on-demand" | undefined {
  const { key, spot, onDemand } = plan.kubernetes.capacityLabel;
  const value = node?.metadata?.labels?.[key];
  if (value === spot) return "spot";
  return value === onDemand ? "on-demand" : undefined;
}
