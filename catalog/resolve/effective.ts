import type { Runtime } from "@pyairtable/plan";
import type { CatalogEntry } from "../entry.ts";
import type { PlatformConfig } from "../platform-config.ts";
import { smallerSize } from "../sizes.ts";
import { runtimeOf } from "./kubernetes/runtime.ts";

/** What the environment makes of an entry, before placement. */
export interface Effective {
  readonly entry: CatalogEntry;
  readonly runtime: Runtime;
  readonly sizeName: string;
  readonly image: string;
  readonly replicas: { readonly min: number; readonly max: number };
  readonly logRetentionDays: number;
  readonly sleep: { readonly replicas: number; readonly why: string } | null;
}

/** Catalog, then the environment's override, then its caps. */
export function effectiveOf(entry: CatalogEntry, config: PlatformConfig): Effective {
  const override = Object.hasOwn(config.serviceOverrides, entry.name) ? config.serviceOverrides[entry.name] : undefined;
  const { scale } = config;
  const wantedMin =
    override?.replicasMin ?? (scale.singleReplica ? Math.min(1, entry.replicas.min) : entry.replicas.min);
  const max = Math.min(override?.replicasMax ?? entry.replicas.max, scale.replicasMax);
  const tagged = override?.imageTag;
  return {
    entry,
    runtime: runtimeOf(entry, config),
    sizeName: override?.size ?? smallerSize(entry.size, scale.sizeMax),
    image: tagged === undefined ? entry.image : `${entry.image.split(":")[0]}:${tagged}`,
    replicas: { min: Math.min(wantedMin, scale.replicasMax), max },
    logRetentionDays: override?.logRetentionDays ?? config.cluster.logRetentionDays,
    sleep: override?.alwaysOn === true ? null : sleepOf(entry, config),
  };
}

function sleepOf(entry: CatalogEntry, config: PlatformConfig): Effective["sleep"] {
  if (entry.offHours !== "always-on") return entry.offHours;
  if (config.workingHours.appliesTo === "tolerant-services") return null;
  return { replicas: 0, why: "This environment sleeps as a whole outside working hours." };
}
