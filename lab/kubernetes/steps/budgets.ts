import type { V1PodDisruptionBudget } from "@kubernetes/client-node";
import { NAME_LABEL } from "@pyairtable/kubernetes-facts";
import type { ServicePlan } from "@pyairtable/plan";
import { type Verdict, verdict } from "../../support/verdict.ts";
import type { Lab } from "../context.ts";

/** Budgets as the real disruption controller counts them: one a service that has a floor, and none that blocks a drain. */
export async function budgetsHold(lab: Lab): Promise<Verdict> {
  const { items } = await lab.cluster.policy.listPodDisruptionBudgetForAllNamespaces();
  const problems = lab.plan.services.flatMap((service) => problemsOf(service, items));
  const critical = lab.plan.services.filter(({ tier }) => tier === "critical").length;
  const allowed = items.reduce((sum, { status }) => sum + (status?.disruptionsAllowed ?? 0), 0);
  return verdict(
    "disruption budgets",
    `${items.length} budgets, one for each of ${critical} critical services among them; ${allowed} evictions allowed now, no drain blocked`,
    problems,
  );
}

function problemsOf({ name, kubernetes, tier }: ServicePlan, budgets: readonly V1PodDisruptionBudget[]): string[] {
  const own = budgets.filter(
    ({ metadata, spec }) =>
      metadata?.namespace === kubernetes?.namespace && spec?.selector?.matchLabels?.[NAME_LABEL] === name,
  );
  const wanted = kubernetes?.disruption.kind === "none" ? 0 : 1;
  if (own.length !== wanted) return [`${name} (${tier}): ${own.length} budgets, ${wanted} wanted`];
  return own.flatMap(({ status }) => {
    if ((status?.disruptionsAllowed ?? 0) >= 1) return [];
    return [`${name}: no eviction allowed with ${status?.currentHealthy} healthy of ${status?.desiredHealthy} wanted`];
  });
}
