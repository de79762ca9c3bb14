import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { albDeletionProtected } from "./alb-deletion-protected.ts";

const BALANCER = "aws:lb/loadBalancer:LoadBalancer";

export const mutant: Mutant = (graph) => edit(graph, BALANCER, (props) => (props.enableDeletionProtection = false));

testRule(albDeletionProtected, {
  config: { required: true },
  passes: { protected: resource(BALANCER, { enableDeletionProtection: true }) },
  fails: {
    not: [resource(BALANCER, { enableDeletionProtection: false }), /false/],
    "not stated": [resource(BALANCER, {}), /nothing/],
  },
  unknown: resource(BALANCER, { enableDeletionProtection: UNKNOWN }),
  mutant,
});
