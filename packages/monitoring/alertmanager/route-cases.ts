import type { Plan } from "@pyairtable/plan";
import { isAlert, type Severity } from "@pyairtable/slo";
import { WATCHDOG } from "../alerts/monitoring.ts";
import type { RuleFile } from "../model/rule-file.ts";
import type { AlertingArgs } from "./args.ts";
import { DEAD_MANS_SWITCH, receiverName } from "./config.ts";

/** An alert's labels and who must be told; `amtool config routes test` proves it against the configuration. */
export interface RouteCase {
  readonly labels: Readonly<Record<string, string>>;
  readonly receiver: string;
}

/** One case for each alert and each owner that may get it, and one for an owner nobody knows. */
export function routeCases(plan: Plan, args: AlertingArgs, files: readonly RuleFile[]): readonly RouteCase[] {
  const owners = [...new Set(plan.services.map(({ tags }) => tags.Owner))].sort();
  const receiverOf = (owner: string, severity: Severity) => {
    const who = args.receivers[owner] === undefined ? args.fallback : owner;
    return receiverName(who, severity === "page" ? "page" : "ticket");
  };
  const alerts = files.flatMap(({ groups }) => groups.flatMap(({ rules }) => rules.filter(isAlert)));
  const cases = alerts
    .filter(({ alert }) => alert !== WATCHDOG)
    .flatMap(({ alert, severity, owner }) =>
      (owner === null ? owners : [owner]).map((who) => ({
        labels: { alertname: alert, severity, owner: who },
        receiver: receiverOf(who, severity),
      })),
    );
  const unknown = { alertname: "SomethingNew", severity: "page", owner: "team-nobody" };
  return [
    {
      labels: { alertname: WATCHDOG, severity: "info", owner: plan.tags.Owner },
      receiver: args.deadMansSwitch === null ? "nowhere" : DEAD_MANS_SWITCH,
    },
    ...cases,
    { labels: unknown, receiver: receiverName(args.fallback, "page") },
  ];
}
