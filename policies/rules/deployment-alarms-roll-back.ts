import { type Finding, resourceRule } from "../rule.ts";
import { flag, texts } from "../settings.ts";

export const deploymentAlarmsRollBack = resourceRule({
  id: "deployment-alarms-roll-back",
  title: "Alarms watch each deployment and roll it back.",
  severity: "medium",
  remediation: "Give the service rollback alarms: `alarms: { enable: true, rollback: true, alarmNames }`.",
  controls: ["wa:reliability"],
  config: {
    required: flag(true, "Whether a service must have rollback alarms"),
    exempt: texts([], "Names of services that no alarm can judge, such as what evaluates the alerts"),
  },
  types: ["aws:ecs/service:Service"],
  *check({ props, name }, { required, exempt }): Iterable<Finding> {
    const { alarms } = props;
    if ((!required || exempt.includes(props.name ?? name)) && alarms === undefined) return;
    if (alarms?.enable && alarms.rollback && (alarms.alarmNames ?? []).length > 0) return;
    const got = alarms === undefined ? undefined : { enable: alarms.enable, rollback: alarms.rollback };
    yield {
      what: "deployment alarms",
      got,
      wanted: "enabled, rolling back, one alarm or more",
      fix: "Turn rollback alarms on.",
    };
  },
});
