import { catalogService } from "../facts.ts";
import { podRule } from "../pod-rule.ts";
import { podsOf } from "../read/kubernetes/budgets.ts";
import type { PropsOf } from "../resource-types.ts";
import { serviceOf } from "../service-of.ts";

const DEPLOYMENTS: ReadonlySet<string> = new Set(["Deployment"]);

export const k8sRolloutKeepsCapacity = podRule({
  id: "k8s-rollout-keeps-capacity",
  title: "A rollout of a critical service starts new pods before it stops old ones; of others it stops half at most.",
  severity: "high",
  remediation: "Use RollingUpdate with maxUnavailable 0 and maxSurge 1 or more.",
  controls: ["wa:reliability"],
  kinds: DEPLOYMENTS,
  *check(workload) {
    const { strategy } = (workload.props as PropsOf<"kubernetes:apps/v1:Deployment">).spec;
    const type = strategy?.type ?? "RollingUpdate";
    const fix = "Set rollingUpdate: { maxUnavailable: 0, maxSurge: 1 }.";
    if (type !== "RollingUpdate") {
      yield { what: "rollout strategy", got: type, wanted: "RollingUpdate", fix };
      return;
    }
    // The API's default.
    const got = strategy?.rollingUpdate?.maxUnavailable ?? "25%";
    const most = catalogService(serviceOf(workload))?.tier === "critical" ? 0 : 50;
    // Of a hundred pods, so that a number and a percentage compare; a number of pods above 0 may be all there are.
    const share = typeof got === "number" && got > 0 ? 100 : podsOf(got, 100);
    if (share > most) yield { what: "maxUnavailable of a rollout", got, wanted: `at most ${most}%`, fix };
  },
});
