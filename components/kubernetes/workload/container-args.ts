import type { Drain, SecretReference } from "@pyairtable/plan";

/** What runs in each pod: one container, non-root, without capabilities, on a read-only root file system. */
export interface ContainerOptions {
  /**
   * Pinned: `repository:tag` with a tag other than `latest`, or `repository@sha256:…`.
   * Example `pyairtable/record-service:1.8.2`.
   */
  readonly image: string;
  /** Put before an image that names no registry host. Default null: the node's own default registry. */
  readonly registry?: string | null;
  /** Command in place of the image's own. */
  readonly command?: readonly string[];
  /** Plain variables. Reserved: `PORT`, `DRAIN_*`. Secrets belong in `secrets`. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Variable to name in the secret store. Pods read them from the Secret `<service>-secrets`. */
  readonly secrets?: readonly SecretReference[];
  /**
   * ClusterSecretStore that External Secrets fills that Secret from, about once an hour. Default null: someone else
   * keeps the Secret, with one key a variable.
   */
  readonly secretStore?: string | null;
  /** What a pod asks for. The limit of memory is the same; of CPU there is none: throttling costs latency. */
  readonly requests: { readonly cpuMillicores: number; readonly memoryMiB: number };
  /** Most a pod may write to `/tmp`, MiB, 1 to 20480. Default 512; a pod that writes more is evicted. */
  readonly tmpMiB?: number;

  /** Port the container listens on, 1024 to 65535. The Service has the same. */
  readonly port: number;
  /** Path that answers 200 when ready to serve, 503 when draining or without what it needs. Example `/health/ready`. */
  readonly healthPath: string;
  /**
   * Path that answers 200 while the process is alive and asks nothing of any other service: a database that is away
   * must not restart every pod. Default null: whether the port takes connections.
   */
  readonly livenessPath?: string | null;
  /** Slowest start seen, seconds, 0 to 300; failing checks don't count that long and 30 s more. Default 30. */
  readonly startupSeconds?: number;
  /** How a pod leaves. Default 15 wait, 30 in flight. */
  readonly drain?: Pick<Drain, "lbWaitSeconds" | "inFlightSeconds">;
  /** Seconds from the order to stop until SIGKILL, all of the above within. 30 to 600. Default 75. */
  readonly gracePeriodSeconds?: number;
  /**
   * Seconds slept before SIGTERM, while endpoints are taken out; part of `drain.lbWaitSeconds`. At least 5 s of that
   * wait must stay for after SIGTERM: only then can the process tell its callers to close idle connections. Default 5.
   */
  readonly preStopSeconds?: number;
}
