import { knownRegions } from "@pyairtable/aws-facts";
import { z } from "zod";
import { SIZE_NAMES } from "../../catalog/sizes.ts";
import { DEFAULTS } from "./defaults.ts";
import { clockTime, retentionDays, tagValue } from "./parts.ts";
import { clusterSchema, edgeSchema, networkSchema } from "./schema-infrastructure.ts";
import { kubernetesSchema } from "./schema-kubernetes.ts";
import { monitoringSchema } from "./schema-monitoring.ts";

const budgetSchema = z
  .strictObject({
    monthlyUsd: z.number().positive().max(1_000_000).describe("Budget of the environment, USD a month"),
    dailyAlertUsd: z.number().positive().max(1_000_000).describe("Spend of one day that raises the alarm, USD"),
  })
  .describe("What the environment may cost");

const spotSchema = z.strictObject({
  targetShare: z
    .number()
    .min(0)
    .max(1)
    .default(DEFAULTS.spot.targetShare)
    .describe("Wanted Spot share of vCPU, 0 to 1"),
  tolerance: z.number().min(0).max(0.5).default(DEFAULTS.spot.tolerance).describe("Accepted distance, 0 to 0.5"),
});

const workingHoursSchema = z.strictObject({
  timeZone: z.string().min(1).default(DEFAULTS.workingHours.timeZone).describe("IANA zone, e.g. Europe/Berlin"),
  start: clockTime.default(DEFAULTS.workingHours.start),
  end: clockTime.default(DEFAULTS.workingHours.end),
  days: z
    .array(z.enum(["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"]))
    .min(1)
    .default([...DEFAULTS.workingHours.days])
    .describe("Working days"),
  appliesTo: z
    .enum(["tolerant-services", "all-services"])
    .default(DEFAULTS.workingHours.appliesTo)
    .describe("Who sleeps outside them: services whose catalog entry allows it, or all (not in production)"),
});

const scaleSchema = z.strictObject({
  replicasMax: z.number().int().min(1).max(100).default(DEFAULTS.scale.replicasMax).describe("Cap on tasks a service"),
  singleReplica: z.boolean().default(DEFAULTS.scale.singleReplica).describe("One task a service (not in production)"),
  sizeMax: z.enum(SIZE_NAMES).nullable().default(DEFAULTS.scale.sizeMax).describe("Largest size by name; null: no cap"),
});

const overrideSchema = z
  .strictObject({
    size: z.enum(SIZE_NAMES).optional().describe("Size by name"),
    replicasMin: z.number().int().min(1).max(100).optional().describe("Fewest tasks"),
    replicasMax: z.number().int().min(1).max(100).optional().describe("Most tasks"),
    imageTag: z
      .string()
      .regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/)
      .optional()
      .describe("Image tag instead of the catalog's"),
    logRetentionDays: retentionDays.optional(),
    alwaysOn: z.boolean().optional().describe("Keeps a sleeper awake"),
  })
  .describe("What this environment changes of one service");

/** The value of `pyairtable:platform`; defaults filled in, unknown keys refused. */
export const platformSchema = z
  .strictObject({
    region: z.enum(knownRegions()).default(DEFAULTS.region).describe("AWS region"),
    zones: z
      .union([z.number().int().min(2).max(6), z.array(z.string()).min(2).max(6)])
      .default(DEFAULTS.zones)
      .describe("Availability Zones: how many (2 to 6, the first in order), or their names"),
    owner: tagValue("Owner of what all services share; the Owner tag"),
    costCenter: tagValue("Cost center of what all services share; the CostCenter tag"),
    production: z.boolean().default(DEFAULTS.production).describe("Whether the production rules hold"),
    network: networkSchema.prefault({}),
    edge: edgeSchema,
    cluster: clusterSchema.prefault({}),
    spot: spotSchema.prefault({}),
    budget: budgetSchema,
    workingHours: workingHoursSchema.prefault({}),
    kubernetes: kubernetesSchema.prefault({}),
    monitoring: monitoringSchema.prefault({}),
    scale: scaleSchema.prefault({}),
    serviceOverrides: z
      .record(z.string(), overrideSchema)
      .default(DEFAULTS.serviceOverrides)
      .describe("By service name"),
  })
  .describe("The platform's configuration of one environment");

export type PlatformInput = z.output<typeof platformSchema>;
