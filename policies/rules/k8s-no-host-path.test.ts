import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { editPod, podWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sNoHostPath } from "./k8s-no-host-path.ts";

const volume = (kind: object) => podWith({ volumes: [{ name: "data", ...kind }] });

export const mutant: Mutant = (graph) =>
  editPod(graph, (pod) => pod.volumes.push({ name: "docker", hostPath: { path: "/var/run/docker.sock" } }));

testRule(k8sNoHostPath, {
  passes: { "scratch space": volume({ emptyDir: {} }), "no volumes": podWith({}) },
  fails: { "a host path": [volume({ hostPath: { path: "/var/log" } }), /volume data\n {2}got {5}"\/var\/log"/] },
  unknown: volume({ hostPath: UNKNOWN }),
  mutant,
});
