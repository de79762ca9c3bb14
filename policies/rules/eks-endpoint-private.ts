import { EKS_CLUSTER } from "../read/eks.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const eksEndpointPrivate = resourceRule({
  id: "eks-endpoint-private",
  title: "The API server of the cluster is reached inside the VPC, by nodes and by people.",
  severity: "high",
  remediation: "Set vpcConfig.endpointPrivateAccess.",
  controls: ["cis-eks:5.4.2", "wa:security"],
  types: [EKS_CLUSTER],
  *check({ props }): Iterable<Finding> {
    const got = props.vpcConfig.endpointPrivateAccess;
    if (got === true) return;
    yield { what: "endpointPrivateAccess", got, wanted: "true", fix: "Set vpcConfig.endpointPrivateAccess." };
  },
});
