import { notApplicable, stackRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const zonesInUse = stackRule({
  id: "zones-in-use",
  title: "The subnets span as many Availability Zones as the stack asks: Spot is lost by zone.",
  severity: "high",
  remediation: "List more zones in the stack's config.",
  controls: ["wa:reliability", "fsbp:ELB.13"],
  config: { minZones: amount(3, "Availability Zones with a subnet") },
  check(graph, { minZones }) {
    if (graph.ofType("aws:ec2/vpc:Vpc").length === 0) return notApplicable("nothing is made in a VPC");
    const zones = new Set(graph.ofType("aws:ec2/subnet:Subnet").map(({ props }) => props.availabilityZone));
    if (zones.size >= minZones) return [];
    const fix = "List more zones in the stack's config.";
    return [{ what: "Availability Zones with a subnet", got: [...zones].sort(), wanted: `at least ${minZones}`, fix }];
  },
});
