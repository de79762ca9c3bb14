import { throwIfAny } from "@pyairtable/diagnostics";
import { checkName, normaliseCommon } from "../common-normalise.ts";
import { checkFlags, type Flags } from "../foundation/flags.ts";
import { addOnReporter, checkNumber, type Reporter } from "../reporter.ts";
import { normaliseCertificate } from "../serving-certificate/normalise.ts";
import { normaliseSizes } from "../sizes.ts";
import { IN_PLACE_RESIZE, inRange } from "../versions.ts";
import {
  PARTS,
  type Part,
  type Reach,
  type RecommenderArgs,
  type UpdaterArgs,
  type VerticalPodAutoscalerArgs,
  type VerticalPodAutoscalerRecord,
} from "./args.ts";
import { FLAG_RULES } from "./flag-rules.ts";
import { VPA } from "./names.ts";

const PARTS_OF: Readonly<Record<Reach, readonly Part[]>> = {
  recommend: ["recommender"],
  "new-pods": ["recommender", "admission-controller"],
  "running-pods": PARTS,
};

/** Args to record; throws one `UserError` with all problems. */
export function normaliseVerticalPodAutoscaler(args: VerticalPodAutoscalerArgs): VerticalPodAutoscalerRecord {
  const report = addOnReporter("VerticalPodAutoscaler");
  const reach = args.reach ?? "running-pods";
  const record: VerticalPodAutoscalerRecord = {
    ...normaliseCommon(VPA, args, report),
    parts: PARTS_OF[reach] ?? [],
    inPlace: inRange(args.kubernetesVersion, IN_PLACE_RESIZE),
    sizes: normaliseSizes(VPA, args.sizes, report),
    recommender: recommenderWithDefaults(args.recommender ?? {}),
    updater: updaterWithDefaults(args.updater ?? {}),
    ignoredNamespaces: [...(args.ignoredNamespaces ?? ["kube-system"])].sort(),
    scaleTargets: args.scaleTargets ?? [],
    certificate: normaliseCertificate("vpa-webhook", args.certificate, report),
    flags: Object.fromEntries(PARTS.map((part) => [part, args.flags?.[part] ?? {}])) as Record<Part, Flags>,
  };
  report.unless(Object.hasOwn(PARTS_OF, reach), {
    code: "reach",
    path: "reach",
    got: reach,
    wanted: Object.keys(PARTS_OF).join(", "),
    fix: "Pick one.",
  });
  checkRecommender(record.recommender, report);
  checkUpdater(record.updater, report);
  for (const [index, namespace] of record.ignoredNamespaces.entries())
    checkName(`ignoredNamespaces[${index}]`, namespace, report);
  for (const part of PARTS) checkFlags(`flags.${part}`, record.flags[part], FLAG_RULES[part], report);
  throwIfAny("VerticalPodAutoscaler", report.diagnostics);
  return record;
}

function recommenderWithDefaults(args: RecommenderArgs): Required<RecommenderArgs> {
  return {
    minCpuMillicores: args.minCpuMillicores ?? 25,
    minMemoryMiB: args.minMemoryMiB ?? 64,
    maxCpuMillicores: args.maxCpuMillicores ?? null,
    maxMemoryMiB: args.maxMemoryMiB ?? null,
    marginPercent: args.marginPercent ?? 15,
    targetCpuPercentile: args.targetCpuPercentile ?? 90,
    targetMemoryPercentile: args.targetMemoryPercentile ?? 95,
    oomBumpRatio: args.oomBumpRatio ?? 1.25,
    memoryHistoryDays: args.memoryHistoryDays ?? 14,
    memorySaver: args.memorySaver ?? true,
  };
}

function updaterWithDefaults(args: UpdaterArgs): Required<UpdaterArgs> {
  return {
    minReplicas: args.minReplicas ?? 2,
    evictionTolerancePercent: args.evictionTolerancePercent ?? 50,
    evictionsPerSecond: args.evictionsPerSecond === undefined ? 0.1 : args.evictionsPerSecond,
    intervalSeconds: args.intervalSeconds ?? 60,
  };
}

function checkRecommender(args: Required<RecommenderArgs>, report: Reporter): void {
  const cpu = { min: 1, max: 64_000, unit: "millicores" };
  const memory = { min: 1, max: 262_144, unit: "MiB" };
  const percent = { min: 1, max: 100, unit: "percent" };
  checkNumber(report, "recommender.minCpuMillicores", args.minCpuMillicores, cpu);
  checkNumber(report, "recommender.minMemoryMiB", args.minMemoryMiB, memory);
  if (args.maxCpuMillicores !== null)
    checkNumber(report, "recommender.maxCpuMillicores", args.maxCpuMillicores, { ...cpu, min: args.minCpuMillicores });
  if (args.maxMemoryMiB !== null)
    checkNumber(report, "recommender.maxMemoryMiB", args.maxMemoryMiB, { ...memory, min: args.minMemoryMiB });
  checkNumber(report, "recommender.marginPercent", args.marginPercent, { ...percent, min: 0 });
  checkNumber(report, "recommender.targetCpuPercentile", args.targetCpuPercentile, percent);
  checkNumber(report, "recommender.targetMemoryPercentile", args.targetMemoryPercentile, percent);
  checkNumber(report, "recommender.oomBumpRatio", args.oomBumpRatio, { min: 1, max: 4, unit: "times", whole: false });
  checkNumber(report, "recommender.memoryHistoryDays", args.memoryHistoryDays, { min: 1, max: 30, unit: "days" });
}

function checkUpdater(args: Required<UpdaterArgs>, report: Reporter): void {
  checkNumber(report, "updater.minReplicas", args.minReplicas, { min: 1, max: 10, unit: "pods" });
  const percent = { min: 1, max: 100, unit: "percent" };
  checkNumber(report, "updater.evictionTolerancePercent", args.evictionTolerancePercent, percent);
  if (args.evictionsPerSecond !== null)
    checkNumber(report, "updater.evictionsPerSecond", args.evictionsPerSecond, {
      min: 0.001,
      max: 100,
      unit: "evictions a second",
      whole: false,
    });
  checkNumber(report, "updater.intervalSeconds", args.intervalSeconds, { min: 10, max: 3600, unit: "seconds" });
  report.unless(args.evictionsPerSecond === null || args.evictionsPerSecond * args.intervalSeconds > 1, {
    code: "rate",
    path: "updater.evictionsPerSecond",
    got: args.evictionsPerSecond,
    wanted: `more than one in the ${args.intervalSeconds} seconds of a look, or the second is never reached`,
    fix: "Raise the rate or the interval.",
  });
}
