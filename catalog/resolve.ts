import { throwIfAny } from "@pyairtable/diagnostics";
import { costTags, deepFreeze, PLAN_SCHEMA, type Plan, type UnwatchedPlan } from "@pyairtable/plan";
import type { CatalogEntry } from "./entry.ts";
import { catalogProblems } from "./invariants/index.ts";
import type { PlatformConfig } from "./platform-config.ts";
import { PROJECT } from "./project.ts";
import { effectiveOf } from "./resolve/effective.ts";
import { clusterDnsName, kubernetesPlan } from "./resolve/kubernetes/index.ts";
import { watched } from "./resolve/monitoring.ts";
import { placeAll } from "./resolve/place.ts";
import { servicePlan } from "./resolve/service.ts";

/**
 * Every decision of the platform, from an environment's configuration and the catalog.
 *
 * Pure and deterministic: the order of the catalog does not matter, the result is frozen and serialisable. Throws one
 * `UserError` that names all broken invariants.
 */
export function resolve(config: PlatformConfig, catalog: readonly CatalogEntry[], environment: string): Plan {
  throwIfAny("catalog", catalogProblems(config, catalog));
  const sorted = [...catalog].sort((a, b) => (a.name < b.name ? -1 : 1));
  const effective = sorted.map((entry) => effectiveOf(entry, config));
  const spot = placeAll(effective, config.spot);
  // Service Connect knows short names; in a cluster the callee may live in another namespace.
  const addresses = new Map(
    effective.map(({ entry, runtime }) => [
      entry.name,
      `${runtime === "kubernetes" ? clusterDnsName(entry.name, entry.domain) : entry.name}:${entry.port}`,
    ]),
  );
  const addressOf = (callee: string) => addresses.get(callee)!;
  const { from, to, origin } = sorted[0]!.usage;
  const { appliesTo: _, ...workingHours } = config.workingHours;
  const unwatched: UnwatchedPlan = {
    schema: PLAN_SCHEMA,
    project: PROJECT,
    environment,
    production: config.production,
    region: config.region,
    zones: [...config.zones],
    tags: costTags({
      project: PROJECT,
      environment,
      service: "platform",
      owner: config.owner,
      costCenter: config.costCenter,
    }),
    network: structuredClone(config.network),
    edge: structuredClone(config.edge),
    cluster: {
      containerInsights: config.cluster.containerInsights,
      exec:
        config.cluster.exec === null
          ? null
          : { auditRetentionDays: config.cluster.exec.auditRetentionDays, why: config.cluster.exec.reason },
      logRetentionDays: config.cluster.logRetentionDays,
    },
    spot: { ...config.spot, actualShare: spot.actualShare, why: spot.why },
    offHours: structuredClone(workingHours),
    services: effective.map((one) =>
      servicePlan(one, spot.placements.get(one.entry.name)!, config, environment, addressOf),
    ),
    kubernetes: kubernetesPlan(config, effective, environment),
    budget: { ...config.budget },
    usageWindow: { from, to, origin },
  };
  return deepFreeze<Plan>({ ...unwatched, monitoring: watched(unwatched, config.monitoring) });
}
