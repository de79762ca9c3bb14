import { containersOf } from "../read/containers.ts";
import { isPinned } from "../read/images.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const imagePinned = resourceRule({
  id: "image-pinned",
  title: "Images are pinned by a version tag or a digest.",
  severity: "high",
  remediation: "Name a release tag or `@sha256:` digest in the catalog.",
  controls: ["wa:reliability"],
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  *check({ props }): Iterable<Finding> {
    for (const { name, image = "" } of containersOf(props)) {
      if (isPinned(image)) continue;
      const wanted = "repository:version or repository@sha256:…";
      yield { what: `image of ${name}`, got: image, wanted, fix: "Pin the image in the catalog." };
    }
  },
});
