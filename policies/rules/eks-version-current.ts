import { EKS_CLUSTER, EKS_NODE_GROUP } from "../read/eks.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { text } from "../settings.ts";

export const eksVersionCurrent = resourceRule({
  id: "eks-version-current",
  title: "Cluster and nodes run a Kubernetes version that is pinned, and not older than the stack accepts.",
  severity: "high",
  remediation: "Raise `version` one minor at a time; raise `oldest` here when AWS ends standard support of one.",
  controls: ["fsbp:EKS.2", "nsa:upgrading"],
  config: { oldest: text("1.33", "Oldest accepted minor version") },
  types: [EKS_CLUSTER, EKS_NODE_GROUP],
  *check({ props }, { oldest }): Iterable<Finding> {
    const got = props.version;
    if (minorOf(got) >= minorOf(oldest)) return;
    yield { what: "Kubernetes version", got, wanted: `${oldest} or newer`, fix: "Set a current version." };
  },
});

/** 34 of `1.34`; -1 where it is none, since AWS would then choose one itself. */
function minorOf(version: string | undefined): number {
  return Number(/^1\.(\d+)$/.exec(version ?? "")?.[1] ?? -1);
}
