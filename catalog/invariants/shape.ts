import type { Diagnostic } from "@pyairtable/diagnostics";
import { z } from "zod";
import type { CatalogEntry } from "../entry.ts";
import { onePerPlace } from "../lib/one-per-place.ts";
import { wantedOf } from "../lib/zod-words.ts";
import { problem } from "./subject.ts";

const text = z.string();
const whole = z.number().int();
const percentiles = z.strictObject({
  p50: z.union([z.number(), z.nan()]),
  p95: z.union([z.number(), z.nan()]),
  p99: z.union([z.number(), z.nan()]),
});
const dataNeed = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("postgres"), schema: text }),
  z.strictObject({ kind: z.literal("redis"), keyPrefix: text }),
  z.strictObject({ kind: z.literal("bucket"), bucket: text, access: z.enum(["read", "read-write"]) }),
  z.strictObject({ kind: z.literal("queue"), queue: text, role: z.enum(["producer", "consumer"]) }),
]);

const entrySchema = z.strictObject({
  name: text,
  domain: text.min(1),
  owner: text,
  costCenter: text,
  tier: z.enum(["critical", "standard", "batch"]),
  runtime: z.enum(["ecs", "kubernetes"]),
  image: text,
  port: z.number(),
  healthPath: text,
  size: text,
  replicas: z.strictObject({ min: z.number(), max: z.number() }),
  calls: z.array(text),
  softCalls: z.array(text),
  data: z.array(dataNeed),
  slo: text,
  offHours: z.union([z.literal("always-on"), z.strictObject({ replicas: whole, why: text })]),
  exposure: z.enum(["public", "internal"]),
  paths: z.array(text),
  secrets: z.record(text, text),
  internet: text.min(10).optional(),
  startupSeconds: z.number(),
  deployment: z.enum(["rolling", "blue-green", "canary"]),
  disruption: z
    .strictObject({ minAvailable: whole.optional(), maxUnavailable: whole.optional(), why: text.min(10) })
    .optional(),
  vertical: z
    .strictObject({
      updateMode: z.enum(["Off", "Initial", "InPlaceOrRecreate"]),
      resources: z.array(z.enum(["cpu", "memory"])).min(1),
    })
    .optional(),
  usage: z.strictObject({
    from: text,
    to: text,
    origin: z.enum(["sample", "measured"]),
    cpuPercent: percentiles,
    memoryPercent: percentiles,
    requestsPerSecondP95: z.union([z.number(), z.nan()]),
  }),
  before: z.strictObject({
    cpuUnits: whole.positive(),
    memoryMiB: whole.positive(),
    replicas: whole.positive(),
    architecture: z.enum(["arm64", "x86_64"]),
  }),
});

/** Splits entries by whether their types are right; only those can be judged further. */
export function soundEntries(catalog: readonly CatalogEntry[]): { sound: CatalogEntry[]; problems: Diagnostic[] } {
  const sound: CatalogEntry[] = [];
  const problems: Diagnostic[] = [];
  for (const [i, entry] of catalog.entries()) {
    const parsed = entrySchema.safeParse(entry, { reportInput: true });
    if (parsed.success) sound.push(entry);
    else problems.push(...parsed.error.issues.map((issue) => shapeProblem(issue, labelOf(entry, i))));
  }
  return { sound, problems: onePerPlace(problems) };
}

function shapeProblem(issue: z.core.$ZodIssue, label: string): Diagnostic {
  let at = label;
  for (const key of issue.path) at += typeof key === "number" ? `[${key}]` : `.${String(key)}`;
  if (issue.code === "unrecognized_keys") {
    const wanted = "only the keys of ServiceDefinition";
    return problem("unknown-key", at, issue.keys.join(", "), wanted, "Remove the key, or correct its spelling.");
  }
  return problem("shape", at, issue.input, wantedOf(issue), "Write the field as catalog/entry.ts describes it.");
}

function labelOf(entry: unknown, index: number): string {
  const name = typeof entry === "object" && entry !== null ? (entry as { name?: unknown }).name : undefined;
  return typeof name === "string" && name.length > 0 ? name : `[${index}]`;
}
