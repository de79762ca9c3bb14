/** The catalog: thirty services in six domains, each with what was observed of it. */
import before from "./data/before.json" with { type: "json" };
import usage from "./data/usage.sample.json" with { type: "json" };
import type { CatalogEntry } from "./entry.ts";
import { accessServices } from "./services/access.ts";
import { automationServices } from "./services/automation.ts";
import { deliveryServices } from "./services/delivery.ts";
import { insightServices } from "./services/insight.ts";
import { recordsServices } from "./services/records.ts";
import { workspaceServices } from "./services/workspace.ts";
import { withUsage } from "./with-usage.ts";

export type { CatalogEntry, CatalogUsage, ServiceDefinition } from "./entry.ts";
export { catalogErrorCodes } from "./error-codes.ts";
export type { PlatformConfig, ServiceOverride } from "./platform-config.ts";
export { resolve } from "./resolve.ts";

export const catalog: readonly CatalogEntry[] = withUsage(
  [
    ...accessServices,
    ...workspaceServices,
    ...recordsServices,
    ...automationServices,
    ...deliveryServices,
    ...insightServices,
  ],
  usage,
  before,
);
