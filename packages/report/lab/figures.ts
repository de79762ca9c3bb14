import * as z from "zod";

/** The files of the monitoring lab as this page reads them. Objects are open: a later lab may say more. */
const seconds = z.number().finite();
const share = z.number().finite();
const count = z.int().min(0);
const name = z.string().min(1);
const sizeVerdict = z.enum(["over", "right", "under"]);
const interval = z.object({ fromSeconds: seconds, toSeconds: seconds });
const intervals = z.array(interval);
const size = z.object({ vcpu: z.number().positive(), memoryGiB: z.number().positive() });

const run = z.object({
  schema: z.literal(1),
  startedAt: z.iso.datetime(),
  seconds: count,
  short: z.boolean(),
  historyDays: z.number().positive(),
  scenario: name,
  rules: name,
  platform: z.object({
    services: count,
    onEcs: count,
    onKubernetes: count,
    resized: count,
    recordingRules: count,
    alerts: count,
  }),
  /** What the short form has no time for, in words. */
  leftOut: z.array(name),
  files: z.array(name),
});

const verdicts = z.array(
  z.object({ check: name, figures: z.string(), problems: z.array(z.string()), passed: z.boolean() }),
);

const usage = z.object({
  /** USD a month; null where no price is known. */
  wasteUsd: z.number().finite().nullable(),
  services: z
    .array(
      z.object({
        service: name,
        runtime: z.enum(["ecs", "kubernetes"]),
        /** One replica. */
        now: size,
        /** The truth. */
        verdict: sizeVerdict,
        /** What the rules say. */
        found: z.enum([...sizeVerdict.options, "none"]),
        cpuP99: z.number().min(0),
        memoryMaxGiB: z.number().min(0),
        /** Recommended by the rules. */
        size: z.object({ vcpu: z.number().min(0), memoryGiB: z.number().min(0) }),
        /** As computed without Prometheus. */
        fits: z.boolean(),
        /** USD a month; below 0 where the right size costs more. */
        saving: z.number().finite(),
      }),
    )
    .min(1),
});

const course = z.array(share.nullable());
const twoWeeks = z.object({
  days: z.number().positive(),
  stepSeconds: z.number().positive(),
  services: z.array(z.object({ service: name, cpu: course, memory: course })),
});

const burnRates = z.object({
  days: z.number().positive(),
  startSeconds: seconds,
  endSeconds: seconds,
  /** Objectives and windows that were compared. */
  objectives: count,
  /** Those that fired in one way or another. */
  rows: z.array(
    z.object({
      service: name,
      slo: name,
      window: name,
      ours: intervals,
      published: intervals,
      counted: intervals,
      /** Seconds between the worst pair of edges; null: their number differs. */
      fromPublished: seconds.nullable(),
      fromCounted: seconds.nullable(),
    }),
  ),
});

const anomalies = z.object({
  days: z.number().positive(),
  /** By time. Null where nothing fired. */
  precision: share.nullable(),
  recall: share.nullable(),
  rows: z.array(z.object({ alert: name, service: z.string(), found: intervals, true: intervals })),
});

const paging = z.object({
  cases: z.array(
    z.object({
      alert: name,
      labels: z.record(z.string(), z.string()),
      /** Null: muted. */
      told: name.nullable(),
      because: z.string(),
    }),
  ),
  notifications: z.array(z.object({ receiver: name, status: name })),
});

const timed = z.array(z.object({ name, seconds: z.array(z.number().min(0)).length(2) }));
const speed = z.object({
  sizes: z
    .array(
      z.object({
        times: z.number().positive(),
        services: count,
        series: count,
        rules: count,
        querySeconds: z.number().min(0),
        slowestQuerySeconds: z.number().min(0),
        memoryMiB: z.number().min(0),
      }),
    )
    .length(2),
  groups: timed,
  rules: timed,
});

const history = z.object({
  imported: z.object({ samples: count, series: count }),
  recorded: z.array(z.object({ rules: count, seconds: z.number().min(0) })),
});

const alerts = z.object({
  must: z.array(name),
  firing: z.array(z.object({ labels: z.record(z.string(), z.string()) })),
});

/** File → shape. The first two are in every run; each of the others only where its step got so far. */
export const LAB_FILES = {
  run: ["run.json", run],
  verdicts: ["verdicts.json", verdicts],
  usage: ["usage.json", usage],
  twoWeeks: ["two-weeks.json", twoWeeks],
  burnRates: ["burn-rates.json", burnRates],
  anomalies: ["anomalies.json", anomalies],
  paging: ["paging.json", paging],
  speed: ["speed.json", speed],
  history: ["history.json", history],
  alerts: ["alerts.json", alerts],
} as const;

type Files = typeof LAB_FILES;
type Read<Key extends keyof Files> = z.infer<Files[Key][1]>;

export type LabRun = Read<"run">;
export type LabUsage = Read<"usage">;
export type LabTwoWeeks = Read<"twoWeeks">;
export type LabBurnRates = Read<"burnRates">;
export type LabAnomalies = Read<"anomalies">;
export type LabPaging = Read<"paging">;
export type LabSpeed = Read<"speed">;

/** What a run of the monitoring lab found; null where a run left it out. */
export type LabFigures = {
  readonly [Key in keyof Files]: Read<Key> | (Key extends "run" | "verdicts" ? never : null);
} & {
  /** The rules of the code are others than those that ran. */
  readonly otherRules: boolean;
};
