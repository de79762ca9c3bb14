import { EKS_CLUSTER } from "../read/eks.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { flag } from "../settings.ts";

export const eksEndpointClosed = resourceRule({
  id: "eks-endpoint-closed",
  title: "The API server of the cluster is closed to the internet; where the stack lets it, open to named addresses.",
  severity: "critical",
  remediation:
    "Leave `publicEndpoint` at null and run Pulumi from inside the VPC, or set `allowed` with narrow blocks.",
  controls: ["fsbp:EKS.1", "cis-eks:5.4.1", "cis-eks:5.4.2"],
  config: { allowed: flag(false, "Whether it may be open to named addresses") },
  types: [EKS_CLUSTER],
  *check({ props }, { allowed }): Iterable<Finding> {
    // AWS opens it where nothing is said.
    const { endpointPublicAccess = true, publicAccessCidrs = ["0.0.0.0/0"] } = props.vpcConfig;
    if (!endpointPublicAccess) return;
    const fix = "Set vpcConfig.endpointPublicAccess to false.";
    if (!allowed) {
      yield { what: "endpointPublicAccess", got: true, wanted: "false", fix };
      return;
    }
    const open = publicAccessCidrs.filter((cidr) => cidr.endsWith("/0"));
    if (open.length > 0) yield { what: "publicAccessCidrs", got: open, wanted: "named addresses", fix };
  },
});
