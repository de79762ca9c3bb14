import type { Problem } from "../problem.ts";
import type { SoundSections } from "../sections.ts";

/** Overrides stay inside the environment's own caps. */
export function scaleProblems({ scale, serviceOverrides }: SoundSections): Problem[] {
  if (serviceOverrides === undefined) return [];
  return Object.entries(serviceOverrides).flatMap(([name, override]): Problem[] => {
    const at = ["serviceOverrides", name];
    const { replicasMin, replicasMax } = override;
    const problems: Problem[] = [];
    if (replicasMin !== undefined && replicasMax !== undefined && replicasMin > replicasMax) {
      const wanted = `at most replicasMax, ${replicasMax}`;
      problems.push({
        code: "config.replicas",
        at: [...at, "replicasMin"],
        got: replicasMin,
        wanted,
        fix: "Raise replicasMax or lower replicasMin.",
      });
    }
    for (const key of ["replicasMin", "replicasMax"] as const) {
      const count = override[key];
      if (scale === undefined || count === undefined || count <= scale.replicasMax) continue;
      const wanted = `at most scale.replicasMax, ${scale.replicasMax}`;
      problems.push({
        code: "config.replicas",
        at: [...at, key],
        got: count,
        wanted,
        fix: "Lower it or raise the cap.",
      });
    }
    return problems;
  });
}
