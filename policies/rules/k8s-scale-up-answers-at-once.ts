import { AUTOSCALER_TYPES, autoscalerOf } from "../read/kubernetes/autoscalers.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const k8sScaleUpAnswersAtOnce = resourceRule({
  id: "k8s-scale-up-answers-at-once",
  title: "An autoscaler adds pods within half a minute of the load: no wait, no long period, no long poll.",
  severity: "medium",
  remediation: "Set scaleUp.stabilizationWindowSeconds to 0 with a policy of 15 s; poll queues each 30 s or faster.",
  controls: ["wa:reliability", "wa:performance"],
  config: { maxSeconds: amount(30, "Longest until it may add pods, seconds") },
  types: AUTOSCALER_TYPES,
  *check(resource, { maxSeconds }): Iterable<Finding> {
    const { behavior } = autoscalerOf(resource);
    const fix = "Take the behaviour of the plan.";
    // The API's default is no wait, and four pods or as many again each 15 s.
    const { stabilizationWindowSeconds = 0, selectPolicy = "Max", policies = [] } = behavior?.scaleUp ?? {};
    if (stabilizationWindowSeconds > 0)
      yield { what: "wait before scaling up", got: stabilizationWindowSeconds, wanted: "0 s", fix };
    if (selectPolicy === "Disabled") yield { what: "scaling up", got: selectPolicy, wanted: "Max or Min", fix };
    const fastest = Math.min(...policies.map(({ periodSeconds }) => periodSeconds));
    if (policies.length > 0 && fastest > maxSeconds)
      yield { what: "period of scaling up", got: fastest, wanted: `at most ${maxSeconds} s`, fix };
    const { pollingInterval = 30 } = (resource.props.spec ?? {}) as { readonly pollingInterval?: number };
    if (pollingInterval > maxSeconds)
      yield { what: "polling interval", got: pollingInterval, wanted: `at most ${maxSeconds} s`, fix };
  },
});
