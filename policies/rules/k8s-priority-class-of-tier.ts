import { PRIORITY_CLASSES, priorityClassOf } from "@pyairtable/kubernetes-facts";
import { catalogService } from "../facts.ts";
import { podRule } from "../pod-rule.ts";
import { serviceOf } from "../service-of.ts";

const ADD_ONS = ["pyairtable-add-on", "system-cluster-critical", "system-node-critical"] as const;

export const k8sPriorityClassOfTier = podRule({
  id: "k8s-priority-class-of-tier",
  title: "A pod's PriorityClass is the one of its service's tier: what matters least waits when room is short.",
  severity: "medium",
  remediation: `Set priorityClassName to one of ${Object.keys(PRIORITY_CLASSES).join(", ")}, by tier.`,
  controls: ["wa:reliability"],
  *check(workload) {
    const tier = catalogService(serviceOf(workload))?.tier;
    const accepted: readonly string[] = tier === undefined ? ADD_ONS : [priorityClassOf(tier)];
    const got = workload.pod.priorityClassName;
    if (got !== undefined && accepted.includes(got)) return;
    yield { what: "PriorityClass", got, wanted: accepted.join(" or "), fix: "Set priorityClassName." };
  },
});
