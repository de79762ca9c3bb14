import type {
  BeforeState,
  DataNeed,
  DeploymentPlan,
  Exposure,
  ObservedUsage,
  Runtime,
  Tier,
  VerticalPlan,
} from "@pyairtable/plan";
import type { SizeName } from "./sizes.ts";
import type { SloClassName } from "./slo-classes.ts";

/** What a service team writes; README.md explains each field. */
export interface ServiceDefinition {
  /** Kebab case, 3 to 24 characters: target groups and DNS labels carry it. */
  readonly name: string;
  readonly domain: string;
  /** Owning team; becomes the `Owner` tag. */
  readonly owner: string;
  /** Becomes the `CostCenter` tag. */
  readonly costCenter: string;
  readonly tier: Tier;
  readonly runtime: Runtime;
  /** Repository without registry host, and a pinned tag: `pyairtable/record-service:1.8.2`. */
  readonly image: string;
  /** Unique in the catalog, 1024 to 65535. */
  readonly port: number;
  readonly healthPath: string;
  /** A name of `data/sizes.json`. */
  readonly size: SizeName;
  /** Tasks in production. */
  readonly replicas: { readonly min: number; readonly max: number };
  /** Services it calls, waits for and cannot work without; work handed over by queue is in `data`. */
  readonly calls: readonly string[];
  /** Services it calls and can do without: a breaker answers for them, with less or older data. */
  readonly softCalls: readonly string[];
  readonly data: readonly DataNeed[];
  readonly slo: SloClassName;
  /** What it does outside working hours; a sleeper says how many tasks stay and why that is fine. */
  readonly offHours: "always-on" | { readonly replicas: number; readonly why: string };
  readonly exposure: Exposure;
  /** Path patterns at the load balancer; empty where internal. */
  readonly paths: readonly string[];
  /** Variable to secret name below `<project>/<environment>/`. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Why it calls hosts on the internet; left out: it does not. On Kubernetes the network holds it to that. */
  readonly internet?: string | undefined;
  /** Seconds from start until it answers health checks. */
  readonly startupSeconds: number;
  readonly deployment: DeploymentPlan["strategy"];
  /** On Kubernetes: another eviction budget than half of the minimum. Ignored where one replica runs. */
  readonly disruption?: DisruptionWish | undefined;
  /** On Kubernetes: lets the vertical autoscaler act. Without it, it only recommends. */
  readonly vertical?: VerticalPlan | undefined;
}

/** Exactly one of the two counts. */
export interface DisruptionWish {
  readonly minAvailable?: number | undefined;
  readonly maxUnavailable?: number | undefined;
  readonly why: string;
}

/** A definition with what was observed of it: the unit that `resolve` reads. */
export interface CatalogEntry extends ServiceDefinition {
  readonly usage: CatalogUsage;
  readonly before: BeforeState;
}

export interface CatalogUsage extends ObservedUsage {
  /** ISO dates, inclusive, 14 days together. */
  readonly from: string;
  readonly to: string;
  readonly origin: "sample" | "measured";
}

/** Every service an entry calls, sorted: each is an edge of the network. */
export function calleesOf(entry: Pick<ServiceDefinition, "calls" | "softCalls">): string[] {
  return [...entry.calls, ...entry.softCalls].sort();
}
