import type { Problem } from "../problem.ts";
import type { SoundSections } from "../sections.ts";

const ZONES_MIN = 3;
const LOG_RETENTION_DAYS_MIN = 30;

/** What production demands on top: zones, guards, no shortcuts of a test environment. */
export function productionProblems(config: SoundSections): Problem[] {
  if (config.production !== true) return [];
  const { zones, edge, cluster, workingHours, scale } = config;
  const problems: Problem[] = [];
  const zoneCount = typeof zones === "number" ? zones : zones?.length;
  const demand = (broken: boolean | undefined, at: string[], got: unknown, wanted: string, fix: string) => {
    if (broken === true) problems.push({ code: "config.production", at, got, wanted: `in production ${wanted}`, fix });
  };
  demand(
    zoneCount !== undefined && zoneCount < ZONES_MIN,
    ["zones"],
    zones,
    `at least ${ZONES_MIN} zones`,
    "Ask for three: Spot capacity goes zone by zone.",
  );
  demand(
    edge && !edge.deletionProtection,
    ["edge", "deletionProtection"],
    edge?.deletionProtection,
    "true",
    "Turn it on: one wrong destroy would take the address of the product away.",
  );
  demand(
    edge && !edge.accessLogs.enabled,
    ["edge", "accessLogs", "enabled"],
    edge?.accessLogs.enabled,
    "true",
    "Turn access logs on: audits ask for them.",
  );
  demand(
    cluster && cluster.logRetentionDays < LOG_RETENTION_DAYS_MIN,
    ["cluster", "logRetentionDays"],
    cluster?.logRetentionDays,
    `at least ${LOG_RETENTION_DAYS_MIN} days`,
    "Keep logs for a month, so that an incident can be read backwards.",
  );
  demand(
    workingHours && workingHours.appliesTo === "all-services",
    ["workingHours", "appliesTo"],
    workingHours?.appliesTo,
    '"tolerant-services"',
    "Let only services sleep whose catalog entry allows it.",
  );
  demand(
    scale?.singleReplica,
    ["scale", "singleReplica"],
    true,
    "false",
    "Remove it: critical services need two tasks.",
  );
  return problems;
}
