import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { albDropsInvalidHeaders } from "./alb-drops-invalid-headers.ts";

const BALANCER = "aws:lb/loadBalancer:LoadBalancer";

export const mutant: Mutant = (graph) => edit(graph, BALANCER, (props) => (props.dropInvalidHeaderFields = false));

testRule(albDropsInvalidHeaders, {
  passes: {
    dropping: resource(BALANCER, { dropInvalidHeaderFields: true }),
    "a network load balancer": resource(BALANCER, { loadBalancerType: "network" }),
  },
  fails: {
    keeping: [resource(BALANCER, { dropInvalidHeaderFields: false }), /false/],
    "not stated": [resource(BALANCER, {}), /nothing/],
  },
  unknown: resource(BALANCER, { dropInvalidHeaderFields: UNKNOWN }),
  mutant,
});
