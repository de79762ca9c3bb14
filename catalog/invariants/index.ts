import type { Diagnostic } from "@pyairtable/diagnostics";
import type { CatalogEntry } from "../entry.ts";
import type { PlatformConfig } from "../platform-config.ts";
import { checkSloClasses } from "../slo-class-checks.ts";
import { SLO_CLASSES } from "../slo-classes.ts";
import { callInvariant } from "./calls.ts";
import { cycleInvariant } from "./cycles.ts";
import { dataInvariant } from "./data.ts";
import { deploymentInvariant } from "./deployment.ts";
import { disruptionInvariant } from "./disruption.ts";
import { gitOpsInvariant } from "./git-ops.ts";
import { healthInvariant } from "./health.ts";
import { imageInvariant } from "./images.ts";
import { kubernetesAddOnInvariant } from "./kubernetes-add-ons.ts";
import { labelInvariant } from "./labels.ts";
import { nameInvariant } from "./names.ts";
import { offHoursInvariant } from "./off-hours.ts";
import { overrideInvariant } from "./overrides.ts";
import { ownerInvariant } from "./owners.ts";
import { portInvariant } from "./ports.ts";
import { queueInvariant } from "./queues.ts";
import { quotaInvariant } from "./quotas.ts";
import { replicaInvariant } from "./replicas.ts";
import { routeInvariant } from "./routes.ts";
import { runtimeInvariant } from "./runtime.ts";
import { secretInvariant } from "./secrets.ts";
import { soundEntries } from "./shape.ts";
import { sizeInvariant } from "./sizes.ts";
import { sloInvariant } from "./slo.ts";
import { spotInvariant } from "./spot.ts";
import { type Invariant, problem, subjectOf } from "./subject.ts";
import { usageInvariant } from "./usage.ts";
import { verticalInvariant } from "./vertical.ts";

export const INVARIANTS: Readonly<Record<string, Invariant>> = {
  names: nameInvariant,
  owners: ownerInvariant,
  images: imageInvariant,
  ports: portInvariant,
  health: healthInvariant,
  routes: routeInvariant,
  runtime: runtimeInvariant,
  sizes: sizeInvariant,
  usage: usageInvariant,
  replicas: replicaInvariant,
  calls: callInvariant,
  cycles: cycleInvariant,
  data: dataInvariant,
  queues: queueInvariant,
  secrets: secretInvariant,
  slo: sloInvariant,
  offHours: offHoursInvariant,
  deployment: deploymentInvariant,
  overrides: overrideInvariant,
  kubernetesAddOns: kubernetesAddOnInvariant,
  disruption: disruptionInvariant,
  vertical: verticalInvariant,
  quotas: quotaInvariant,
  labels: labelInvariant,
  gitOps: gitOpsInvariant,
};

// These miss what another entry should have; where one could not be read, they would cry wolf.
const NEED_ALL_ENTRIES: ReadonlySet<string> = new Set(["queues", "data"]);

/** All broken invariants of a catalog in one environment. */
export function catalogProblems(config: PlatformConfig, catalog: readonly CatalogEntry[]): Diagnostic[] {
  if (catalog.length === 0) {
    return [problem("empty", "(whole)", [], "at least one service", "Add an entry to catalog/services.")];
  }
  const { sound, problems: ofEntries } = soundEntries(catalog);
  const partial = ofEntries.length > 0;
  const problems = [...checkSloClasses(SLO_CLASSES), ...ofEntries];
  // An ill-shaped entry is still a name that others may call or override.
  const names = new Set(
    catalog.map((entry: Partial<CatalogEntry> | null) => entry?.name).filter((name) => typeof name === "string"),
  );
  const subject = subjectOf(config, sound, names);
  for (const [name, invariant] of Object.entries(INVARIANTS)) {
    if (!(partial && NEED_ALL_ENTRIES.has(name))) problems.push(...invariant(subject));
  }
  // The solver needs a sound catalog; a target out of reach is the last thing to say.
  return problems.length > 0 ? problems : spotInvariant(subject);
}
