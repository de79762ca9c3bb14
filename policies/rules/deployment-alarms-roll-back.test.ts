import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { deploymentAlarmsRollBack } from "./deployment-alarms-roll-back.ts";

const SERVICE = "aws:ecs/service:Service";

export const mutant: Mutant = (graph) => edit(graph, SERVICE, (props) => (props.alarms.rollback = false));

testRule(deploymentAlarmsRollBack, {
  config: { required: true, exempt: ["monitoring-metrics"] },
  passes: {
    "rolling back": resource(SERVICE, { alarms: { enable: true, rollback: true, alarmNames: ["a"] } }),
    "what evaluates the alerts": resource(SERVICE, { name: "monitoring-metrics" }),
  },
  fails: {
    "no rollback": [
      resource(SERVICE, { alarms: { enable: true, rollback: false, alarmNames: ["a"] } }),
      /"rollback":false/,
    ],
    "no alarms": [resource(SERVICE, {}), /nothing/],
    "an empty list": [
      resource(SERVICE, { alarms: { enable: true, rollback: true, alarmNames: [] } }),
      /one alarm or more/,
    ],
  },
  unknown: resource(SERVICE, { alarms: { enable: UNKNOWN, rollback: true, alarmNames: [] } }),
  mutant,
});
