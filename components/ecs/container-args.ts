import type { SecretReference } from "@pyairtable/plan";

/** What runs inside the task. */
export interface ContainerOptions {
  /**
   * `repository:tag` or `repository@sha256:…` of this account's registry, or a full reference with a registry
   * host. Never `latest`. Example `pyairtable/record-service:1.4.2`.
   */
  readonly image: string;
  /** Command in place of the image's own. */
  readonly command?: readonly string[];
  /** Plain variables. Reserved: `PORT`, `DRAIN_*`. Secrets belong in `secrets`. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Variable to Secrets Manager name, by reference; 0.40 USD a secret-month. */
  readonly secrets?: readonly SecretReference[];
  /**
   * Container health check, argv with `CMD` or `CMD-SHELL` first. Default: `wget` on the health path, so the image
   * carries a `wget` (busybox has one) or names its own check.
   */
  readonly healthCommand?: readonly string[];
  /** `uid:gid`, never 0. Default `10001:10001`. */
  readonly user?: string;
  /** A writable root file system, with the reason. Default null: read-only. */
  readonly writableRoot?: { readonly why: string } | null;
  /** Open files, soft and hard. Default 65536: a proxy's sockets count twice. */
  readonly openFiles?: number;
  /** Ephemeral disk in GiB, 21 to 200; null (default) is the 20 GiB Fargate includes. 0.08 USD a GB-month beyond. */
  readonly ephemeralStorageGiB?: number | null;
  /** Restart the container inside the task instead of replacing the task. Default null (off). */
  readonly restart?: { readonly ignoredExitCodes: readonly number[]; readonly afterSeconds: number } | null;
  /** Lets Fault Injection Service act on the tasks, with the reason. Default null (off). */
  readonly faultInjection?: { readonly why: string } | null;
  /** More containers of the task, hardened alike; their share comes out of the task's size. */
  readonly sidecars?: readonly SidecarArgs[];
}

export interface SidecarArgs {
  /** Unlike the service's and the log router's. Example `otel-collector`. */
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  /** Reserved for it, CPU units and MiB; the rest is the service's. */
  readonly cpuUnits: number;
  readonly memoryMiB: number;
  /** True stops the task when it stops. Default false. */
  readonly essential?: boolean;
}
