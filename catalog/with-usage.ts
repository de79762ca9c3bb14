import type { Architecture, BeforeState, Percentiles } from "@pyairtable/plan";
import type { CatalogEntry, CatalogUsage, ServiceDefinition } from "./entry.ts";

/** Shape of `data/usage.*.json`; triples are p50, p95, p99. */
export interface UsageTable {
  readonly origin: string;
  readonly from: string;
  readonly to: string;
  readonly services: Readonly<Record<string, UsageRow>>;
}
interface UsageRow {
  readonly cpuPercent: readonly number[];
  readonly memoryPercent: readonly number[];
  readonly requestsPerSecondP95: number;
}

/** Shape of `data/before.json`. */
export interface BeforeTable {
  readonly before: {
    readonly cpuUnits: number;
    readonly memoryMiB: number;
    readonly replicas: number;
    readonly architecture: string;
  };
}

/** Joins definitions with their observed usage; a service without a row gets `NaN`s, which the invariants name. */
export function withUsage(
  definitions: readonly ServiceDefinition[],
  table: UsageTable,
  beforeTable: BeforeTable,
): CatalogEntry[] {
  const { cpuUnits, memoryMiB, replicas, architecture } = beforeTable.before;
  const before: BeforeState = { cpuUnits, memoryMiB, replicas, architecture: architecture as Architecture };
  return definitions.map((definition) => ({ ...definition, usage: usageOf(table, definition.name), before }));
}

function usageOf(table: UsageTable, name: string): CatalogUsage {
  const row = Object.hasOwn(table.services, name) ? table.services[name] : undefined;
  return {
    from: table.from,
    to: table.to,
    origin: table.origin === "measured" ? "measured" : "sample",
    cpuPercent: percentiles(row?.cpuPercent),
    memoryPercent: percentiles(row?.memoryPercent),
    requestsPerSecondP95: row?.requestsPerSecondP95 ?? Number.NaN,
  };
}

function percentiles(triple: readonly number[] = []): Percentiles {
  const [p50 = Number.NaN, p95 = Number.NaN, p99 = Number.NaN] = triple;
  return { p50, p95, p99 };
}
