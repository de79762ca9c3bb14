import { normaliseCommon } from "../common-normalise.ts";
import chart from "../helm-release/data/argo-cd.generated.json" with { type: "json" };
import { normaliseRelease } from "../helm-release/normalise-release.ts";
import type { Reporter } from "../reporter.ts";
import { normaliseSizes } from "../sizes.ts";
import type { ArgoCdArgs, ArgoCdRecord } from "./args.ts";
import { checkAccess } from "./check-access.ts";
import { checkServices } from "./check-services.ts";
import { argoCdValues } from "./values.ts";

/** Args to record; throws one `UserError` with all problems. */
export function normaliseArgoCd(args: ArgoCdArgs): ArgoCdRecord {
  return normaliseRelease({ component: "ArgoCd", chart, recordOf: argoCdRecord, valuesOf: argoCdValues }, args);
}

/** Args with defaults; what is wrong with them goes to `report`. */
export function argoCdRecord(args: ArgoCdArgs, report: Reporter): ArgoCdRecord {
  const byName =
    <T>(of: (value: T) => string) =>
    (a: T, b: T) =>
      of(a) < of(b) ? -1 : 1;
  const record: ArgoCdRecord = {
    ...normaliseCommon("argo-cd", args, report),
    sizes: normaliseSizes("argo-cd", args.sizes, report),
    host: args.host,
    signIn: args.signIn ?? null,
    adminGroups: args.adminGroups ?? [],
    ingressNamespace: args.ingressNamespace ?? null,
    teams: args.teams.map((team) => ({ ...team, groups: team.groups ?? [] })).sort(byName((team) => team.name)),
    services: args.services
      .map((service) => ({ ...service, automated: service.automated ?? null }))
      .sort(byName((service) => service.service)),
    namespaces: [...new Set(args.teams.flatMap((team) => team.namespaces))].sort(),
  };
  report.unless(record.sizes.controller.replicas === 1, {
    code: "number",
    path: "sizes.controller.replicas",
    got: record.sizes.controller.replicas,
    wanted: "1: more are shards of several clusters, not spares",
    fix: "Leave it at one.",
  });
  checkAccess(record, report);
  checkServices(record, report);
  return record;
}
