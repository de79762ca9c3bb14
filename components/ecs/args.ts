import type { Architecture, CostTags, Drain, OffHours, Placement } from "@pyairtable/plan";
import type { PolicyStatement } from "../shared/index.ts";
import type { AlarmArgs } from "./alarm-args.ts";
import type { ContainerOptions } from "./container-args.ts";
import type { DeploymentArgs } from "./deployment-args.ts";
import type { LogArgs } from "./log-args.ts";
import type { RouteArgs, ServiceConnectArgs } from "./traffic-args.ts";
import type { ServiceTransform } from "./transform.ts";
import type { VolumeArgs } from "./volume-args.ts";
import type { ServiceWiring } from "./wiring.ts";

/**
 * One service on Fargate. Plain values decide what is made; `wiring` only connects it to other
 * resources. Every problem is reported at once as a `UserError` (codes `ecs.*`).
 */
export interface ServiceArgs extends ContainerOptions {
  /** Name in the catalog: 2 to 32 of `a-z 0-9 -`, starting with a letter. Example `record-service`. */
  readonly service: string;
  /** Prefix of physical names and log paths. Example `pyairtable`. */
  readonly project: string;
  /** Stack name. Example `prod`. */
  readonly environment: string;
  /** AWS region. Example `us-east-1`. */
  readonly region: string;
  /** Twelve digits, plain so that ARNs and policies are known in preview. Example `111122223333`. */
  readonly accountId: string;
  /** The six cost tags, put on each taggable child and propagated to tasks. */
  readonly tags: CostTags;
  /** Physical name of the cluster, plain. Example `pyairtable-prod`. */
  readonly clusterName: string;
  /** Name of the Service Connect namespace, plain. Example `pyairtable-prod`. */
  readonly namespaceName: string;

  /** CPU architecture. Default `arm64`: a fifth cheaper than `x86_64` for the same size. */
  readonly architecture?: Architecture;
  /** Task CPU in units, 1024 a vCPU. ARM64 costs 23.6 USD a vCPU-month on demand. Example 256. */
  readonly cpuUnits: number;
  /** Task memory in MiB, of a pair Fargate has. ARM64 costs 2.6 USD a GB-month on demand. Example 512. */
  readonly memoryMiB: number;
  /** Tasks, minimum and maximum. `min` 0 only when something outside raises it (`scaling.ownedBy: "external"`). */
  readonly replicas: { readonly min: number; readonly max: number };
  /** Capacity provider strategy: base on FARGATE, the rest by weight. Never a launch type. */
  readonly placement: Pick<Placement, "onDemandBase" | "onDemandWeight" | "spotWeight">;
  /** Drain times in seconds, told to the process as `DRAIN_*`. Default 30 wait, 30 in flight, 90 stop, 45 deregistration. */
  readonly drain?: Drain;

  /** Port the container listens on, 1024 to 65535: below that a non-root process may not bind. */
  readonly port: number;
  /** Path that answers 200 when healthy, 503 when draining. Example `/health`. */
  readonly healthPath: string;
  /** Seconds after start in which failing checks don't count, 0 to 300. Default 30. */
  readonly startupSeconds?: number;
  /** Route at the load balancer; null (default) keeps the service internal. */
  readonly route?: RouteArgs | null;
  /** Service Connect; null turns it off (no name, no mesh metrics). Default: client and server. */
  readonly serviceConnect?: ServiceConnectArgs | null;
  /** Names of the services called. A change redeploys the caller: its proxy learns names only at start. */
  readonly calls?: readonly string[];
  /** Rules out of the task, beyond those of `connectServices`. Default: TCP 443 to anywhere. */
  readonly egress?: EgressArgs;

  /** Log group and driver. Default: awslogs, non-blocking, 14 days. */
  readonly logs?: LogArgs;
  /** Volumes. Default: only the ephemeral one at `/tmp`. */
  readonly volumes?: VolumeArgs;
  /** ECS Exec into the tasks; the cluster must have it too. Default null (off). */
  readonly exec?: { readonly why: string; readonly statements: readonly PolicyStatement[] } | null;
  /** Statements of the task role, from the service's data needs. Default none. */
  readonly taskStatements?: readonly PolicyStatement[];

  /** Autoscaling; see `ScalingArgs`. */
  readonly scaling?: ScalingArgs;
  /** When the service sleeps; null (default) is always on. */
  readonly offHours?: OffHours | null;
  /** Alarms; 0.10 USD a month per metric watched. */
  readonly alarms?: AlarmArgs;
  /** How a new version takes over. Default rolling, 100–200%. */
  readonly deployment?: DeploymentArgs;

  readonly wiring: ServiceWiring;
  /** Changes any child's args before it is made. */
  readonly transform?: ServiceTransform;
}

export interface EgressArgs {
  /** `anywhere` (default) opens TCP 443 to 0.0.0.0/0; a list opens it to those CIDR blocks only. */
  readonly https?: "anywhere" | readonly string[];
  /**
   * CIDR blocks of DNS servers other than the VPC's own, TCP and UDP 53. Default none: security groups do not
   * filter the VPC resolver, so a rule for it would do nothing.
   */
  readonly dnsServers?: readonly string[];
}

/** Each target tracking policy makes two CloudWatch alarms, 0.20 USD a month. */
export interface ScalingArgs {
  /**
   * Who moves `desiredCount`. `autoscaling` (default where `max` > `min` or the service sleeps), `pulumi`
   * (default where the size is fixed), `external` for a function of yours.
   */
  readonly ownedBy?: "autoscaling" | "pulumi" | "external";
  /** Target average CPU, percent of the task, 10 to 95; null for no policy. Default 60. */
  readonly cpuPercent?: number | null;
  /** Target average memory, percent, 10 to 95; null for no policy. Default 75. */
  readonly memoryPercent?: number | null;
  /** Requests a target and minute at the load balancer; null (default) for no policy. Public, rolling only. */
  readonly requestsPerMinute?: number | null;
  /** Seconds. Default 60 out, 300 in: quick to add, slow to take away. */
  readonly scaleOutCooldownSeconds?: number;
  readonly scaleInCooldownSeconds?: number;
  /** Predictive scaling on CPU from 24 h of history on; `forecast-only` shows without acting. Default null. */
  readonly predictive?: "forecast-only" | "forecast-and-scale" | null;
}
