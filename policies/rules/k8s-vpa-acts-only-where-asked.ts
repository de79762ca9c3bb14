import { updateModeOf, VPA } from "../read/kubernetes/vertical.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { serviceOf } from "../service-of.ts";
import { texts } from "../settings.ts";

export const k8sVpaActsOnlyWhereAsked = resourceRule({
  id: "k8s-vpa-acts-only-where-asked",
  title: "A vertical autoscaler only recommends, unless the stack lets it change that service's running pods.",
  severity: "medium",
  remediation: "Set updateMode to Off or Initial, or list the service under `acting` in the stack's limits file.",
  controls: ["wa:reliability"],
  config: {
    passive: texts(["Off", "Initial"], "Modes that change no running pod"),
    acting: texts([], "Services whose running pods it may change"),
  },
  types: [VPA],
  *check(resource, { passive, acting }): Iterable<Finding> {
    const got = updateModeOf(resource.props);
    if (passive.includes(got) || acting.includes(serviceOf(resource))) return;
    yield { what: "updateMode", got, wanted: `one of ${passive.join(", ")}`, fix: "Set updatePolicy.updateMode." };
  },
});
