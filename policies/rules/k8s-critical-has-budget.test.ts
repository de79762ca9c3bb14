import { remove } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { budget, ofService, podWith, servicePodWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sCriticalHasBudget } from "./k8s-critical-has-budget.ts";

export const mutant: Mutant = (graph) =>
  remove(graph, (one) => one.type === "kubernetes:policy/v1:PodDisruptionBudget" && ofService("record-service")(one));

testRule(k8sCriticalHasBudget, {
  passes: {
    "with its budget": [servicePodWith({}), budget({ maxUnavailable: 1 })],
    "a batch service without": servicePodWith({}, "import-worker"),
    "an add-on without": podWith({}),
  },
  fails: {
    none: [servicePodWith({}), /record-service[\s\S]*PodDisruptionBudget\n {2}got {5}nothing/],
    "another's": [[servicePodWith({}), budget({ maxUnavailable: 1 }, { app: "other" })], /selects its pods/],
    "one in another namespace": [[servicePodWith({}), budget({}, undefined, "elsewhere")], /selects its pods/],
  },
  unknown: [servicePodWith({}), budget({ selector: UNKNOWN })],
  mutant,
});
