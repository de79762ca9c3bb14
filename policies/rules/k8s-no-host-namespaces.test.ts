import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { editPod, podWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sNoHostNamespaces } from "./k8s-no-host-namespaces.ts";

export const mutant: Mutant = (graph) => editPod(graph, (pod) => (pod.hostPID = true));

testRule(k8sNoHostNamespaces, {
  passes: { "nothing said": podWith({}), "none shared": podWith({ hostNetwork: false, hostPID: false }) },
  fails: {
    network: [podWith({ hostNetwork: true }), /: hostNetwork\n/],
    processes: [podWith({ hostPID: true }), /: hostPID\n/],
    memory: [podWith({ hostIPC: true }), /: hostIPC\n/],
  },
  unknown: podWith({ hostNetwork: UNKNOWN }),
  mutant,
});
