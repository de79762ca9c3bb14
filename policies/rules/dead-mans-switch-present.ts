import { RELEASE } from "../read/helm.ts";
import { ALERTING_TYPES, alertingOf, receiverOfAlert } from "../read/monitoring/alerting.ts";
import { TASK } from "../read/monitoring/carried.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { flag, text } from "../settings.ts";

export const deadMansSwitchPresent = resourceRule({
  id: "dead-mans-switch-present",
  title: "Alertmanager calls someone while it works, who calls back when it does not.",
  severity: "high",
  remediation: "Set `monitoring.alerting.deadMansSwitch` to a webhook of another service.",
  controls: ["wa:reliability"],
  config: {
    required: flag(true, "Whether there must be one"),
    alert: text("Watchdog", "The alert that always fires"),
  },
  // The managed Alertmanager is watched by an alarm of CloudWatch.
  types: ALERTING_TYPES.filter((type) => type === TASK || type === RELEASE),
  *check({ type, props }, { required, alert }): Iterable<Finding> {
    const alerting = alertingOf(type, props);
    if (!required || alerting === undefined || receiverOfAlert(alerting, alert) !== undefined) return;
    const wanted = "a route to a receiver with a channel";
    yield { what: `route of ${alert}`, got: undefined, wanted, fix: "Set deadMansSwitch." };
  },
});
