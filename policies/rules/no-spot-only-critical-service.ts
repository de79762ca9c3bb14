import { catalogService } from "../facts.ts";
import { weightsOf } from "../read/placement.ts";
import { type Finding, notApplicable, resourceRule } from "../rule.ts";
import { serviceOf } from "../service-of.ts";

export const noSpotOnlyCriticalService = resourceRule({
  id: "no-spot-only-critical-service",
  title: "No critical service runs on Spot alone: Fargate does not fall back to on-demand.",
  severity: "critical",
  remediation: "Add the FARGATE provider with a base to the strategy.",
  controls: ["wa:reliability"],
  types: ["aws:ecs/service:Service"],
  check(service) {
    if (catalogService(serviceOf(service))?.tier !== "critical") return notApplicable("the service is not critical");
    const { onDemandBase, onDemandWeight, spotWeight } = weightsOf(service.props);
    if (spotWeight === 0 || onDemandBase + onDemandWeight > 0) return [];
    const wanted = "FARGATE with a base beside FARGATE_SPOT";
    const finding: Finding = {
      what: "capacity providers",
      got: ["FARGATE_SPOT"],
      wanted,
      fix: "Add FARGATE with a base.",
    };
    return [finding];
  },
});
