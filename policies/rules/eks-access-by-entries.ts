import { EKS_CLUSTER } from "../read/eks.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const eksAccessByEntries = resourceRule({
  id: "eks-access-by-entries",
  title: "Who may use the cluster is said by access entries alone: no aws-auth map that an edit can break.",
  severity: "high",
  remediation: "Set accessConfig.authenticationMode to API.",
  controls: ["cis-eks:4.1.7", "nsa:authentication"],
  types: [EKS_CLUSTER],
  *check({ props }): Iterable<Finding> {
    const got = props.accessConfig?.authenticationMode;
    if (got === "API") return;
    yield { what: "authenticationMode", got, wanted: "API", fix: "Set accessConfig.authenticationMode." };
  },
});
