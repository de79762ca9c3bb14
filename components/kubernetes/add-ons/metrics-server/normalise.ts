import { throwIfAny } from "@pyairtable/diagnostics";
import { checkName, normaliseCommon } from "../common-normalise.ts";
import { checkFlags } from "../foundation/flags.ts";
import { addOnReporter, checkNumber, type Reporter } from "../reporter.ts";
import { normaliseCertificate } from "../serving-certificate/normalise.ts";
import { normaliseSizes } from "../sizes.ts";
import type { MetricsServerArgs, MetricsServerRecord } from "./args.ts";
import { FLAG_RULES } from "./flags.ts";

export const METRICS_SERVER = "metrics-server";

/** Args to record; throws one `UserError` with all problems. */
export function normaliseMetricsServer(args: MetricsServerArgs): MetricsServerRecord {
  const report = addOnReporter("MetricsServer");
  const { kind } = args.install;
  const record: MetricsServerRecord = {
    ...normaliseCommon(METRICS_SERVER, args, report),
    install: kind,
    size: normaliseSizes(METRICS_SERVER, args.sizes, report)[METRICS_SERVER],
    resolutionSeconds: args.resolutionSeconds ?? 15,
    kubeletAuthority: args.kubeletAuthority ?? "cluster",
    certificate: normaliseCertificate(METRICS_SERVER, args.certificate, report),
    flags: args.flags ?? {},
  };
  report.unless(["manifests", "eks-add-on"].includes(kind), {
    code: "install",
    path: "install.kind",
    got: kind,
    wanted: "manifests or eks-add-on",
    fix: "Pick one.",
  });
  if (kind === "eks-add-on") checkManaged(args, report);
  checkNumber(report, "resolutionSeconds", record.resolutionSeconds, { min: 10, max: 300, unit: "seconds" });
  checkFlags("flags", record.flags, FLAG_RULES, report);
  if (record.kubeletAuthority !== "cluster")
    checkName("kubeletAuthority.configMap", record.kubeletAuthority.configMap, report);
  throwIfAny("MetricsServer", report.diagnostics);
  return record;
}

/** What Amazon's copy has no setting for. */
function checkManaged(args: MetricsServerArgs, report: Reporter): void {
  for (const key of ["namespace", "certificate", "kubeletAuthority", "flags", "resolutionSeconds"] as const)
    report.unless(args[key] === undefined, {
      code: "managed",
      path: key,
      got: args[key],
      wanted: "nothing with install.kind eks-add-on",
      fix: "Remove it, or take install.kind manifests.",
    });
}
