import type { LabExpectation } from "../lab/read-lab.ts";

export const EXPECTED: LabExpectation = { scenario: "s1", rules: "r1" };

type Json = Record<string, unknown>;
const size = (vcpu: number, memoryGiB: number) => ({ vcpu, memoryGiB });
const between = (fromSeconds: number, toSeconds: number) => [{ fromSeconds, toSeconds }];
const sized = (service: string, verdict: string, found: string, saving: number) => ({
  service,
  runtime: "ecs",
  now: size(0.5, 1),
  verdict,
  found,
  cpuP99: 0.1,
  memoryMaxGiB: 0.9,
  size: size(0.25, 1),
  fits: true,
  saving,
});

/** A whole run of two services as the lab writes it, by file. */
export const labFiles = (): Record<string, Json | Json[]> => ({
  "run.json": {
    schema: 1,
    startedAt: "2026-11-24T15:34:29.545Z",
    seconds: 350,
    short: false,
    historyDays: 15,
    ...EXPECTED,
    platform: { services: 2, onEcs: 1, onKubernetes: 1, resized: 1, recordingRules: 9, alerts: 4 },
    leftOut: [],
    files: ["usage.json", "two-weeks.json", "burn-rates.json", "anomalies.json", "paging.json", "speed.json"],
  },
  "verdicts.json": [{ check: "usage", figures: "2/2; dist/lab/usage.html", problems: [], passed: true }],
  "usage.json": {
    wasteUsd: 12.5,
    services: [sized("orders", "over", "over", 3.25), sized("shelf", "right", "right", 0)],
  },
  "two-weeks.json": {
    days: 14,
    stepSeconds: 7200,
    services: [{ service: "orders", cpu: [0.1, null, 0.3], memory: [0.5, 0.5, 1.4] }],
  },
  "burn-rates.json": {
    days: 1,
    startSeconds: 0,
    endSeconds: 86_400,
    objectives: 4,
    rows: [
      {
        service: "orders",
        slo: "availability",
        window: "fast",
        ours: between(600, 1200),
        published: between(600, 1200),
        counted: between(600, 1260),
        fromPublished: 0,
        fromCounted: 60,
      },
    ],
  },
  "anomalies.json": {
    days: 7,
    precision: 0.98,
    recall: null,
    rows: [{ alert: "CpuSaturated", service: "", found: between(0, 3600), true: between(1800, 3600) }],
  },
  "paging.json": {
    cases: [{ alert: "ServiceDown", labels: { service: "orders" }, told: null, because: "its node is lost" }],
    notifications: [{ receiver: "team-shop-page", status: "firing" }],
  },
  "speed.json": {
    sizes: [1, 10].map((times) => ({
      times,
      services: 2 * times,
      series: 10,
      rules: 3,
      querySeconds: 0.1,
      slowestQuerySeconds: 0.05,
      memoryMiB: 100,
    })),
    groups: [{ name: "usage", seconds: [0.07, 0.7] }],
    rules: [],
  },
});

/** … as texts, with changes to single files; null leaves a file out. */
export function labTexts(changes: Record<string, Json | Json[] | null> = {}): Map<string, string> {
  const files = Object.entries({ ...labFiles(), ...changes }).filter(([, value]) => value !== null);
  return new Map(files.map(([name, value]) => [name, JSON.stringify(value)]));
}
