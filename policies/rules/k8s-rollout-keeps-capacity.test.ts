import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { cronJobWith, editDeployment, podWith, servicePodWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sRolloutKeepsCapacity } from "./k8s-rollout-keeps-capacity.ts";

const rolling = (maxUnavailable: unknown) => ({ strategy: { rollingUpdate: { maxUnavailable, maxSurge: 1 } } });
const critical = (spec: Record<string, unknown>) => servicePodWith({}, "record-service", spec);
const batch = (spec: Record<string, unknown>) => servicePodWith({}, "import-worker", spec);

export const mutant: Mutant = (graph) =>
  editDeployment(graph, (spec) => {
    spec.strategy = { type: "RollingUpdate", rollingUpdate: { maxUnavailable: "25%", maxSurge: 1 } };
  });

testRule(k8sRolloutKeepsCapacity, {
  passes: {
    "none away": critical(rolling(0)),
    "none away, in percent": critical(rolling("0%")),
    "half of a batch service": batch(rolling("50%")),
    "the API's default for an add-on": podWith({}),
    "a job": cronJobWith({}),
  },
  fails: {
    "the API's default for a critical service": [critical({}), /got {5}"25%"\n {2}wanted {2}at most 0%/],
    "one of perhaps one": [batch(rolling(1)), /got {5}1\n {2}wanted {2}at most 50%/],
    "all gone first": [batch({ strategy: { type: "Recreate" } }), /"Recreate"/],
  },
  unknown: critical(rolling(UNKNOWN)),
  mutant,
});
