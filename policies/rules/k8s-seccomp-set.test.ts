import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, editPod, initContainerWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sSeccompSet } from "./k8s-seccomp-set.ts";

const profile = (type: string) => ({ securityContext: { seccompProfile: { type } } });

export const mutant: Mutant = (graph) =>
  editPod(graph, (pod) => {
    pod.securityContext.seccompProfile = { type: "Unconfined" };
    for (const { securityContext } of pod.containers) delete securityContext.seccompProfile;
  });

testRule(k8sSeccompSet, {
  passes: {
    "the pod's": containerWith({}, profile("RuntimeDefault")),
    "the container's": containerWith(profile("Localhost"), profile("Unconfined")),
  },
  fails: {
    none: [containerWith({}), /seccomp profile of container api/],
    "unconfined over the pod": [containerWith(profile("Unconfined"), profile("RuntimeDefault")), /"Unconfined"/],
    "an init container": [initContainerWith({}), /init container migrate/],
  },
  unknown: containerWith(profile(UNKNOWN)),
  mutant,
});
