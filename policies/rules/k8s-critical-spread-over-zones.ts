import { ZONE_LABEL } from "@pyairtable/kubernetes-facts";
import { catalogService } from "../facts.ts";
import { podRule } from "../pod-rule.ts";
import { spreadOver } from "../read/kubernetes/placement.ts";
import { serviceOf } from "../service-of.ts";

const SPREAD: ReadonlySet<string> = new Set(["Deployment", "StatefulSet"]);

export const k8sCriticalSpreadOverZones = podRule({
  id: "k8s-critical-spread-over-zones",
  title: "Pods of a critical service are spread evenly over zones: one zone's loss leaves the rest.",
  severity: "high",
  remediation: `Add a topology spread constraint over ${ZONE_LABEL} that selects the workload's own pods.`,
  controls: ["wa:reliability"],
  kinds: SPREAD,
  of: "services",
  *check(workload) {
    if (catalogService(serviceOf(workload))?.tier !== "critical") return;
    const got = spreadOver(workload, ZONE_LABEL)?.maxSkew;
    if (got === 1) return;
    const fix = `Spread over ${ZONE_LABEL} with maxSkew 1.`;
    yield { what: "spread over zones", got, wanted: "a constraint with maxSkew 1 over its own pods", fix };
  },
});
