import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { editPod, podWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sEmptyDirSized } from "./k8s-empty-dir-sized.ts";

const volumes = (...all: object[]) => podWith({ volumes: all });

export const mutant: Mutant = (graph) =>
  editPod(graph, (pod) => delete pod.volumes.find((one: { emptyDir?: object }) => one.emptyDir).emptyDir.sizeLimit);

testRule(k8sEmptyDirSized, {
  passes: {
    sized: volumes({ name: "tmp", emptyDir: { sizeLimit: "64Mi" } }),
    "no scratch space": volumes({ name: "config", configMap: { name: "a" } }),
    "no volumes": podWith({}),
  },
  fails: { unlimited: [volumes({ name: "tmp", emptyDir: {} }), /size limit of volume tmp/] },
  unknown: volumes({ name: "tmp", emptyDir: { sizeLimit: UNKNOWN } }),
  mutant,
});
