import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { budget, object, podWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sBudgetSelectsPods } from "./k8s-budget-selects-pods.ts";

export const mutant: Mutant = (graph) => {
  const selector = { matchLabels: { "app.kubernetes.io/name": "gone" } };
  const spec = { selector, maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow" };
  graph.push(object("kubernetes:policy/v1:PodDisruptionBudget", "gone", { spec }, { namespace: "pyairtable-records" }));
};

testRule(k8sBudgetSelectsPods, {
  config: { exempt: ["records/of-a-chart"] },
  passes: {
    "its pods": [podWith({}), budget({})],
    "all pods": [podWith({}), budget({ selector: {} })],
    "a chart's, by name": [podWith({}), budget({}, { app: "x" }, "records", "of-a-chart")],
    "a chart's, in a namespace of its own": [podWith({}), budget({}, { app: "x" }, "argo-cd")],
  },
  fails: {
    "no such pods": [
      [podWith({}), budget({}, { app: "other" })],
      /selector\n {2}got {5}\{"matchLabels":\{"app":"other"\}\}/,
    ],
    "no selector": [[podWith({}), budget({ selector: undefined })], /got {5}nothing/],
  },
  unknown: [podWith({}), budget({ selector: UNKNOWN })],
  mutant,
});
