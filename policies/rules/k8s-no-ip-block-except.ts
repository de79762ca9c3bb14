import { NETWORK_POLICY, passagesOf } from "../read/kubernetes/network.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const k8sNoIpBlockExcept = resourceRule({
  id: "k8s-no-ip-block-except",
  title: "No address block is cut with `except`: on Amazon's plugin it closes what other rules open, DNS first.",
  severity: "medium",
  remediation: "Name the blocks that are meant, each by itself.",
  controls: ["wa:reliability"],
  url: "https://github.com/aws/amazon-network-policy-controller-k8s/issues/146",
  types: [NETWORK_POLICY],
  *check({ props }): Iterable<Finding> {
    for (const { direction, peers } of passagesOf(props.spec ?? { podSelector: {} })) {
      for (const { ipBlock } of peers) {
        if ((ipBlock?.except ?? []).length === 0) continue;
        const fix = "Name the blocks that are meant.";
        yield { what: `${direction.toLowerCase()} block`, got: ipBlock, wanted: "no except", fix };
      }
    }
  },
});
