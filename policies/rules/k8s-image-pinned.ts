import { containerRule } from "../pod-rule.ts";
import { isPinned } from "../read/images.ts";

export const k8sImagePinned = containerRule({
  id: "k8s-image-pinned",
  title: "Images of pods are pinned by a version tag or a digest.",
  severity: "high",
  remediation: "Name a release tag or `@sha256:` digest in the catalog, or in the add-on's versions file.",
  controls: ["wa:reliability", "nsa:pod-security"],
  *check({ spec, title }) {
    if (isPinned(spec.image ?? "")) return;
    const wanted = "repository:version or repository@sha256:…";
    yield { what: `image of ${title}`, got: spec.image, wanted, fix: "Pin the image." };
  },
});
