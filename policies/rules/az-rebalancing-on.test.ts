import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { azRebalancingOn } from "./az-rebalancing-on.ts";

const SERVICE = "aws:ecs/service:Service";

export const mutant: Mutant = (graph) =>
  edit(graph, SERVICE, (props) => (props.availabilityZoneRebalancing = "DISABLED"));

testRule(azRebalancingOn, {
  passes: {
    enabled: resource(SERVICE, { availabilityZoneRebalancing: "ENABLED" }),
    "a service that stops before it starts": resource(SERVICE, { deploymentMaximumPercent: 100 }),
  },
  fails: {
    disabled: [resource(SERVICE, { availabilityZoneRebalancing: "DISABLED" }), /DISABLED/],
    "left to the account": [resource(SERVICE, {}), /nothing/],
  },
  unknown: resource(SERVICE, { availabilityZoneRebalancing: UNKNOWN }),
  mutant,
});
