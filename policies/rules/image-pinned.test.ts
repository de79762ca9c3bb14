import { editContainer, resource, taskWith } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { imagePinned } from "./image-pinned.ts";

export const mutant: Mutant = (graph) =>
  editContainer(graph, (container) => (container.image = container.image.replace(/:[^:]*$/, ":latest")));

testRule(imagePinned, {
  passes: {
    "a version": taskWith({ image: "reg:5000/a/b:1.2.3" }),
    "a digest": taskWith({ image: `a/b@sha256:${"0".repeat(64)}` }),
  },
  fails: {
    latest: [taskWith({ image: "a/b:latest" }), /a\/b:latest/],
    "no tag": [taskWith({ image: "reg:5000/a" }), /repository:version/],
    "a branch": [taskWith({ image: "a/b:main" }), /a\/b:main/],
    "no image": [taskWith({}), /repository:version/],
  },
  unknown: resource("aws:ecs/taskDefinition:TaskDefinition", { containerDefinitions: UNKNOWN }),
  mutant,
});
