import type { LabelSelector } from "../kubernetes-types.ts";
import { podRule, SERVING_KINDS } from "../pod-rule.ts";
import { selects } from "../read/kubernetes/selectors.ts";

export const k8sSelectorMatchesTemplate = podRule({
  id: "k8s-selector-matches-template",
  title: "A workload's selector takes its own pods; the API server refuses one that does not, after half an update.",
  severity: "high",
  remediation: "Give the pod template the labels of the selector.",
  controls: ["wa:reliability"],
  kinds: SERVING_KINDS,
  *check({ props, template }) {
    const { selector } = props.spec as { readonly selector?: LabelSelector };
    const labels = template.metadata?.labels ?? {};
    if (selects(selector, labels)) return;
    yield {
      what: "selector",
      got: selector,
      wanted: "one that the pod labels match",
      fix: "Correct selector or labels.",
    };
  },
});
