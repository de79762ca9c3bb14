import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, editPod } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sGraceCoversDrain } from "./k8s-grace-covers-drain.ts";

const env = [
  { name: "DRAIN_LB_WAIT_SECONDS", value: "10" },
  { name: "DRAIN_IN_FLIGHT_SECONDS", value: "30" },
];
const lifecycle = { preStop: { sleep: { seconds: 5 } } };
const graceful = (terminationGracePeriodSeconds?: unknown) =>
  containerWith({ env, lifecycle }, { terminationGracePeriodSeconds });

export const mutant: Mutant = (graph) => editPod(graph, (pod) => (pod.terminationGracePeriodSeconds = 20));

testRule(k8sGraceCoversDrain, {
  config: { marginSeconds: 5 },
  passes: {
    "just enough": graceful(50),
    "nothing to drain": containerWith({}, { terminationGracePeriodSeconds: 1 }),
    "a variable that is no number": containerWith({ env: [{ name: "DRAIN_IN_FLIGHT_SECONDS", value: "soon" }] }),
  },
  fails: {
    "a second short": [graceful(49), /got {5}49\n {2}wanted {2}at least 50 s/],
    "the API's default": [graceful(), /got {5}30/],
  },
  unknown: graceful(UNKNOWN),
  mutant,
});
