import { firstOf } from "../testing/add.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { budget, copyOf, ofService, podWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sOneBudgetAPod } from "./k8s-one-budget-a-pod.ts";

const PDB = "kubernetes:policy/v1:PodDisruptionBudget";

export const mutant: Mutant = (graph) =>
  graph.push(copyOf(firstOf(graph, PDB, ofService("record-service")), "record-service-again"));

testRule(k8sOneBudgetAPod, {
  passes: {
    one: [podWith({}), budget({})],
    none: podWith({}),
    "another's beside": [podWith({}), budget({}), budget({}, { app: "other" })],
  },
  fails: {
    two: [
      [podWith({}), budget({}), budget({}, undefined, "records", "second")],
      /\["records\/api","records\/second"\]/,
    ],
    "one for all pods": [
      [podWith({}), budget({}), budget({ selector: {} }, undefined, "records", "all")],
      /records\/all/,
    ],
  },
  unknown: [podWith({}), budget({ selector: UNKNOWN })],
  mutant,
});
