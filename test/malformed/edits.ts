/** A sound configuration with every section, and small edits to break it. */
export function soundConfig(): Record<string, unknown> {
  return {
    region: "us-east-1",
    zones: 2,
    owner: "team-platform",
    costCenter: "cc-1000",
    network: { cidr: "10.20.0.0/16", nat: "instance" },
    edge: { domain: "dev.pyairtable.example", hostedZoneId: "Z0EXAMPLE0DEV" },
    cluster: { logRetentionDays: 7 },
    spot: { targetShare: 0.7, tolerance: 0.02 },
    budget: { monthlyUsd: 250, dailyAlertUsd: 20 },
    workingHours: { timeZone: "Europe/Berlin", start: "08:00", end: "19:00", days: ["MON", "TUE"] },
    kubernetes: { mode: "off" },
    scale: { replicasMax: 2, singleReplica: true },
    serviceOverrides: {},
  };
}

/** Sets properties by dotted path; `undefined` removes one. Works on a copy. */
export function edited<T>(base: T, edits: Readonly<Record<string, unknown>>): T {
  const copy = structuredClone(base);
  for (const [path, value] of Object.entries(edits)) {
    const keys = path.split(".");
    const last = keys.pop()!;
    let node = copy as Record<string, unknown>;
    for (const key of keys) {
      node[key] ??= {};
      node = node[key] as Record<string, unknown>;
    }
    if (value === undefined) delete node[last];
    else node[last] = structuredClone(value);
  }
  return copy;
}

/** What is broken, by which edits, and every `code path` that must be reported, no more. */
export type Case = readonly [what: string, edits: Readonly<Record<string, unknown>>, ...expected: string[]];

/** A production configuration that is sound. */
export const PRODUCTION = {
  production: true,
  zones: 3,
  "edge.deletionProtection": true,
  "edge.accessLogs": { enabled: true },
  "cluster.logRetentionDays": 30,
  scale: undefined,
};
