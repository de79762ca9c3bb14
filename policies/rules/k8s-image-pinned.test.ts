import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, editKubernetesContainer, initContainerWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sImagePinned } from "./k8s-image-pinned.ts";

export const mutant: Mutant = (graph) =>
  editKubernetesContainer(graph, (container) => (container.image = container.image.replace(/:[^:]*$/, ":latest")));

testRule(k8sImagePinned, {
  passes: {
    "a version": containerWith({ image: "reg:5000/a/b:1.2.3" }),
    "a digest": containerWith({ image: `a/b@sha256:${"0".repeat(64)}` }),
  },
  fails: {
    latest: [containerWith({ image: "a/b:latest" }), /image of container api\n {2}got {5}"a\/b:latest"/],
    "no tag": [containerWith({ image: "reg:5000/a" }), /repository:version/],
    "no image": [containerWith({}), /got {5}nothing/],
    "an init container": [initContainerWith({ image: "a:main" }), /init container migrate/],
  },
  unknown: containerWith({ image: UNKNOWN }),
  mutant,
});
