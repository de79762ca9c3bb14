import { EKS_CLUSTER } from "../read/eks.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { texts } from "../settings.ts";

export const eksControlPlaneLogged = resourceRule({
  id: "eks-control-plane-logged",
  title: "The control plane writes its logs, the audit log first: who did what, and why a pod was placed.",
  severity: "medium",
  remediation: "Name the log types under enabledClusterLogTypes, or fewer in the stack's limits file.",
  controls: ["fsbp:EKS.8", "cis-eks:2.1.1", "nsa:audit-logging"],
  config: { logs: texts(["api", "audit", "authenticator", "controllerManager", "scheduler"], "Log types that are on") },
  types: [EKS_CLUSTER],
  *check({ props }, { logs }): Iterable<Finding> {
    const on: readonly string[] = props.enabledClusterLogTypes ?? [];
    const missing = logs.filter((log) => !on.includes(log));
    if (missing.length === 0) return;
    yield { what: "control plane logs missing", got: missing, wanted: logs.join(", "), fix: "Turn them on." };
  },
});
