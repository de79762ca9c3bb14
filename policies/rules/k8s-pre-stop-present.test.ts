import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { editKubernetesContainer, serviceContainerWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sPreStopPresent } from "./k8s-pre-stop-present.ts";

const ports = [{ containerPort: 8080 }];
const preStop = (hook: object) => serviceContainerWith({ ports, lifecycle: { preStop: hook } });

export const mutant: Mutant = (graph) => editKubernetesContainer(graph, (container) => delete container.lifecycle);

testRule(k8sPreStopPresent, {
  passes: {
    "the API's own sleep": preStop({ sleep: { seconds: 5 } }),
    "a command's": preStop({ exec: { command: ["sh", "-c", "sleep 15; exit"] } }),
    "no port": serviceContainerWith({}),
  },
  fails: {
    "no hook": [serviceContainerWith({ ports }), /preStop of container api\n {2}got {5}nothing/],
    "no sleep in it": [preStop({ exec: { command: ["true"] } }), /a sleep/],
  },
  unknown: preStop({ sleep: { seconds: UNKNOWN } }),
  mutant,
});
