import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { albAccessLogged } from "./alb-access-logged.ts";

const BALANCER = "aws:lb/loadBalancer:LoadBalancer";

export const mutant: Mutant = (graph) => edit(graph, BALANCER, (props) => (props.accessLogs.enabled = false));

testRule(albAccessLogged, {
  config: { required: true },
  passes: { logged: resource(BALANCER, { accessLogs: { enabled: true } }) },
  fails: {
    off: [resource(BALANCER, { accessLogs: { enabled: false } }), /false/],
    "not stated": [resource(BALANCER, {}), /nothing/],
  },
  unknown: resource(BALANCER, { accessLogs: { enabled: UNKNOWN } }),
  mutant,
});
