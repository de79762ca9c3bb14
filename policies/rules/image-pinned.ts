import { containersOf } from "../read/containers.ts";
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
      const tag = /:([\w.-]+)$/.exec(image.split("/").at(-1) ?? "")?.[1];
      if (/@sha256:[0-9a-f]{64}$/.test(image) || (tag !== undefined && !FLOATING.has(tag))) continue;
      const wanted = "repository:version or repository@sha256:…";
      yield { what: `image of ${name}`, got: image, wanted, fix: "Pin the image in the catalog." };
    }
  },
});

/** Tags that move from one image to the next. */
const FLOATING: ReadonlySet<string> = new Set(["latest", "stable", "edge", "main", "master", "dev", "prod"]);
