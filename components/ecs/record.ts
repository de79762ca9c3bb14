import type { Architecture, CostTags, Drain, OffHours, Placement, SecretReference } from "@pyairtable/plan";
import type { PolicyStatement } from "../shared/index.ts";
import type { AlarmKind } from "./alarm-args.ts";
import type { SidecarArgs } from "./container-args.ts";
import type { DeploymentHookArgs } from "./deployment-args.ts";

/** A service with every default filled in and every check passed: what the pure functions of this room read. */
export interface ServiceRecord {
  readonly service: string;
  readonly project: string;
  readonly environment: string;
  readonly region: string;
  readonly accountId: string;
  readonly tags: CostTags;
  readonly clusterName: string;
  readonly namespaceName: string;
  /** Where other services reach it: `service.namespace`. */
  readonly dnsName: string;
  readonly architecture: Architecture;
  readonly cpuUnits: number;
  readonly memoryMiB: number;
  readonly replicas: { readonly min: number; readonly max: number };
  readonly placement: Pick<Placement, "onDemandBase" | "onDemandWeight" | "spotWeight">;
  readonly drain: Drain;
  readonly port: number;
  readonly healthPath: string;
  readonly startupSeconds: number;
  readonly container: ContainerRecord;
  readonly sidecars: readonly Required<SidecarArgs>[];
  readonly route: RouteRecord | null;
  readonly serviceConnect: ServiceConnectRecord | null;
  /** Sorted. */
  readonly calls: readonly string[];
  readonly egress: { readonly httpsCidrs: readonly string[]; readonly dnsServers: readonly string[] };
  readonly logs: LogRecord;
  readonly volumes: VolumeRecord;
  readonly exec: { readonly why: string; readonly statements: readonly PolicyStatement[] } | null;
  readonly taskStatements: readonly PolicyStatement[];
  readonly faultInjection: boolean;
  readonly ephemeralStorageGiB: number | null;
  readonly scaling: ScalingRecord;
  readonly offHours: OffHours | null;
  readonly alarms: AlarmRecord;
  readonly deployment: DeploymentRecord;
}

export interface ContainerRecord {
  /** With its registry host. */
  readonly image: string;
  /** Repository in this account's registry; null where the image comes from elsewhere. */
  readonly repository: string | null;
  readonly command: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly secrets: readonly SecretReference[];
  readonly healthCommand: readonly string[];
  readonly user: string;
  readonly readonlyRoot: boolean;
  readonly openFiles: number;
  readonly restart: { readonly ignoredExitCodes: readonly number[]; readonly afterSeconds: number } | null;
}

export interface RouteRecord {
  readonly paths: readonly string[];
  readonly priority: number;
  readonly host: string | null;
  readonly checkIntervalSeconds: number;
  readonly unhealthyThreshold: number;
  readonly algorithm: "least_outstanding_requests" | "round_robin";
  readonly slowStartSeconds: number;
}

export interface ServiceConnectRecord {
  /** Unique in account and region, since the free metrics are kept under it alone. */
  readonly discoveryName: string;
  readonly requestTimeoutSeconds: number;
  readonly idleTimeoutSeconds: number;
  readonly proxyLog: boolean;
  readonly accessLog: "TEXT" | "JSON" | null;
}

export interface LogRecord {
  readonly groupName: string;
  readonly retentionDays: number;
  readonly kmsKeyArn: string | null;
  readonly groupClass: "STANDARD" | "INFREQUENT_ACCESS";
  readonly bufferMiB: number;
  readonly router: {
    readonly image: string;
    readonly options: Readonly<Record<string, string>>;
    readonly memoryMiB: number;
  } | null;
}

export interface VolumeRecord {
  readonly efs: readonly { readonly name: string; readonly mountPath: string; readonly readOnly: boolean }[];
  readonly ebs: {
    readonly name: string;
    readonly mountPath: string;
    readonly sizeGiB: number;
    readonly iops: number;
    readonly throughputMiBPerSecond: number;
    readonly kmsKeyArn: string | null;
    readonly snapshotId: string | null;
  } | null;
}

export interface ScalingRecord {
  readonly ownedBy: "autoscaling" | "pulumi" | "external";
  readonly cpuPercent: number | null;
  readonly memoryPercent: number | null;
  readonly requestsPerMinute: number | null;
  readonly scaleOutCooldownSeconds: number;
  readonly scaleInCooldownSeconds: number;
  readonly predictive: "forecast-only" | "forecast-and-scale" | null;
}

export interface AlarmRecord {
  readonly kinds: readonly AlarmKind[];
  readonly memoryPercent: number;
  readonly cpuPercent: number;
  readonly errorPercent: number;
  readonly minimumRequestsPerMinute: number;
  readonly latencyP95Ms: number;
  readonly rollback: boolean;
}

export interface DeploymentRecord {
  readonly strategy: "rolling" | "blue-green" | "canary" | "linear";
  readonly minimumHealthyPercent: number;
  readonly maximumPercent: number;
  readonly bakeMinutes: number;
  readonly stepPercent: number;
  readonly stepMinutes: number;
  readonly hooks: readonly DeploymentHookArgs[];
  readonly waitForSteadyState: boolean;
  readonly forceDelete: boolean;
}
