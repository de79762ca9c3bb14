import type { Runtime } from "@pyairtable/plan";
import type { CatalogEntry } from "../../entry.ts";
import type { PlatformConfig } from "../../platform-config.ts";

/** Where a service runs in this environment: as its entry says, unless the environment moves it to Kubernetes. */
export function runtimeOf(entry: Pick<CatalogEntry, "name" | "runtime">, { kubernetes }: PlatformConfig): Runtime {
  if (kubernetes.services === "catalog") return entry.runtime;
  return kubernetes.services === "all" || kubernetes.services.includes(entry.name) ? "kubernetes" : entry.runtime;
}
