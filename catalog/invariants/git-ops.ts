import { type Diagnostic, nearest } from "@pyairtable/diagnostics";
import { effectiveEntries, type Invariant, problem } from "./subject.ts";

/** Teams that deploy by GitOps have services on Kubernetes. */
export const gitOpsInvariant: Invariant = (subject) => {
  const { gitOps, mode } = subject.config.kubernetes;
  if (gitOps === null || mode === "off") return [];
  const here = effectiveEntries(subject).filter(({ runtime }) => runtime === "kubernetes");
  const known = [...new Set(here.map(({ entry }) => entry.owner))];
  return gitOps.owners.flatMap((owner, i): Diagnostic[] => {
    if (known.includes(owner)) return [];
    const near = nearest(owner, known);
    const fix = near === undefined ? "Remove it." : `Rename it to ${near}.`;
    const wanted = "a team with services on Kubernetes";
    return [problem("git-ops-owner", `platform.kubernetes.gitOps.owners[${i}]`, owner, wanted, fix)];
  });
};
