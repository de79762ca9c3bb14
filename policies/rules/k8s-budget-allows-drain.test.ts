import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { budget, hpa, ofService, podWith, scaledObject } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sBudgetAllowsDrain } from "./k8s-budget-allows-drain.ts";

const two = podWith({}, {}, { replicas: 2 });

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    "kubernetes:policy/v1:PodDisruptionBudget",
    ({ spec }) => {
      delete spec.maxUnavailable;
      spec.minAvailable = "100%";
    },
    ofService("record-service"),
  );

testRule(k8sBudgetAllowsDrain, {
  passes: {
    "one of two": [two, budget({ maxUnavailable: 1 })],
    "one of two stays": [two, budget({ minAvailable: 1 })],
    "half, rounded up": [two, budget({ minAvailable: "50%" })],
    "two of an autoscaler's three": [podWith({}), hpa({ minReplicas: 3 }), budget({ minAvailable: 2 })],
    "a percentage over pods of elsewhere": budget({ maxUnavailable: "25%" }),
  },
  fails: {
    "none away": [[two, budget({ maxUnavailable: 0 })], /maxUnavailable\n {2}got {5}0/],
    "none away, in percent": [budget({ maxUnavailable: "0%" }), /"0%"/],
    "all stay": [
      [two, budget({ minAvailable: "100%" })],
      /minAvailable\n {2}got {5}"100%"\n {2}wanted {2}fewer than 2/,
    ],
    "two of two stay": [[two, budget({ minAvailable: 2 })], /fewer than 2, its fewest pods/],
    "more than half, rounded up": [[two, budget({ minAvailable: "51%" })], /"51%"/],
    "one of one": [[podWith({}), budget({ minAvailable: 1 })], /fewer than 1/],
    "one of a sleeper's one": [
      [podWith({}), scaledObject({ minReplicaCount: 0 }), budget({ minAvailable: 1 })],
      /fewer than 1/,
    ],
  },
  unknown: [two, budget({ minAvailable: UNKNOWN })],
  mutant,
});
