import { type Verdict, verdict } from "../../support/verdict.ts";
import type { Lab } from "../context.ts";
import { budgetsHold } from "./budgets.ts";
import { reachability } from "./network.ts";

const SERVICE = "record-service";

interface Mutant {
  readonly what: string;
  apply(lab: Lab, namespace: string): Promise<void>;
  check(lab: Lab): Promise<Verdict>;
}

const MUTANTS: readonly Mutant[] = [
  {
    what: `budget of ${SERVICE} removed`,
    apply: async ({ cluster }, namespace) => {
      await cluster.policy.deleteNamespacedPodDisruptionBudget({ name: SERVICE, namespace });
    },
    check: budgetsHold,
  },
  {
    what: "network policy opened",
    apply: async ({ cluster }, namespace) => {
      const spec = { podSelector: {}, policyTypes: ["Ingress", "Egress"], ingress: [{}], egress: [{}] };
      await cluster.networking.createNamespacedNetworkPolicy({
        namespace,
        body: { metadata: { name: "mutant" }, spec },
      });
    },
    check: reachability,
  },
];

/** Breaks the live cluster on purpose; each check must say so. The next `up` mends it, so this comes before `destroy`. */
export async function mutantsAreSeen(lab: Lab): Promise<Verdict> {
  const namespace = lab.plan.services.find(({ name }) => name === SERVICE)?.kubernetes?.namespace ?? "";
  const seen: string[] = [];
  const missed: string[] = [];
  for (const mutant of MUTANTS) {
    await mutant.apply(lab, namespace);
    const { passed, problems } = await mutant.check({ ...lab, save: () => "not saved" });
    if (passed) missed.push(`${mutant.what}: nobody noticed`);
    else seen.push(`${mutant.what}: noticed (${problems.length}), first "${problems[0]}"`);
  }
  return verdict("mutants", seen.join("; "), missed);
}
