import { throwIfAny } from "@pyairtable/diagnostics";
import { checkPlace } from "../shared/index.ts";
import type { MonitoringArgs } from "./args.ts";
import type { AlarmTopicArgs } from "./base/args.ts";
import { placeOf } from "./place.ts";
import { monitorReporter } from "./reporter.ts";

/** Throws one `UserError` with everything wrong. */
export function checkSite(subject: string, { plan, accountId }: Pick<AlarmTopicArgs, "plan" | "accountId">): void {
  const report = monitorReporter(subject);
  checkPlace(placeOf(plan, accountId), report);
  throwIfAny(subject, report.diagnostics);
}

/** The same for `Monitoring`, with what each of its worlds finds. */
export function checkMonitoring(name: string, args: MonitoringArgs): void {
  const { plan, monitoring, dashboards, worlds } = args;
  const subject = `Monitoring ${name}`;
  const report = monitorReporter(subject);
  const kinds = worlds.map(({ kind }) => kind);
  report.unless(new Set(kinds).size === kinds.length, {
    code: "world",
    path: "worlds",
    got: kinds,
    wanted: "each world once",
    fix: "Remove the second.",
  });
  const needed = [
    ...(monitoring.prometheus === "off" ? [] : ["ecs" as const]),
    ...(monitoring.kubernetes === "off" ? [] : ["kubernetes" as const]),
  ];
  for (const kind of needed) {
    report.unless(kinds.includes(kind), {
      code: "world",
      path: "worlds",
      got: kinds,
      wanted: `${kind}: the plan's monitoring runs there`,
      fix: "Hand the world in, or turn that half of monitoring off.",
    });
  }
  report.unless(!monitoring.grafana.enabled || needed.length === 0 || Object.keys(dashboards).length > 0, {
    code: "dashboards",
    path: "dashboards",
    got: Object.keys(dashboards),
    wanted: `the files of monitoring/generated/${plan.environment}/dashboards`,
    fix: "Run `npm run generate` and commit what it writes.",
  });
  throwIfAny(subject, [...report.diagnostics, ...worlds.flatMap((world) => world.check?.(args) ?? [])]);
}
