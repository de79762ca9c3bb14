import { DEFAULTS } from "../defaults.ts";
import type { Problem } from "../problem.ts";
import type { SoundSections } from "../sections.ts";

/** Turning Kubernetes on costs money: whoever does it says why. A cluster of ours has someone to administer it. */
export function kubernetesProblems({ kubernetes }: SoundSections): Problem[] {
  if (kubernetes === undefined || kubernetes.mode === "off") return [];
  const problems: Problem[] = [];
  if (kubernetes.why === DEFAULTS.kubernetes.why) {
    problems.push({
      code: "config.kubernetes-why",
      at: ["kubernetes", "why"],
      got: undefined,
      wanted: `a reason for mode "${kubernetes.mode}", 10 to 200 characters`,
      fix: "Say why this environment needs Kubernetes; the plan shows it.",
    });
  }
  if (kubernetes.mode === "eks" && kubernetes.admins.length === 0) {
    problems.push({
      code: "config.kubernetes-admins",
      at: ["kubernetes", "admins"],
      got: kubernetes.admins,
      wanted: "one role or user at least",
      fix: "List the ARN of the role that runs Pulumi: without an access entry nobody reaches the new cluster.",
    });
  }
  if (kubernetes.addOns["argo-cd"] && kubernetes.gitOps === null) {
    problems.push({
      code: "config.git-ops",
      at: ["kubernetes", "gitOps"],
      got: null,
      wanted: "host, repository and revision: addOns.argo-cd is on",
      fix: "Say what Argo CD deploys, or turn the add-on off.",
    });
  }
  return problems;
}
