import { DEFAULTS } from "../defaults.ts";
import type { Problem } from "../problem.ts";
import type { SoundSections } from "../sections.ts";

/** Turning Kubernetes on carries a reason of its own: the default one explains why it is off. */
export function kubernetesProblems({ kubernetes }: SoundSections): Problem[] {
  if (kubernetes === undefined || kubernetes.mode === "off" || kubernetes.why !== DEFAULTS.kubernetes.why) return [];
  return [
    {
      code: "config.kubernetes-why",
      at: ["kubernetes", "why"],
      got: undefined,
      wanted: `a reason for mode "${kubernetes.mode}", 10 to 200 characters`,
      fix: "Say why this environment needs a cluster and who pays for it.",
    },
  ];
}
