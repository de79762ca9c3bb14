import { throwIfAny } from "@pyairtable/diagnostics";
import { defaultAlarmKinds } from "./alarm-defaults.ts";
import type { ServiceArgs } from "./args.ts";
import { checkService } from "./checks.ts";
import { withDefaults } from "./defaults.ts";
import { resolveImage } from "./images.ts";
import type {
  AlarmRecord,
  ContainerRecord,
  DeploymentRecord,
  LogRecord,
  RouteRecord,
  ScalingRecord,
  ServiceConnectRecord,
  ServiceRecord,
  VolumeRecord,
} from "./record.ts";
import type { EbsVolumeArgs } from "./volume-args.ts";

const DEFAULT_DRAIN = {
  lbWaitSeconds: 30,
  inFlightSeconds: 30,
  stopTimeoutSeconds: 90,
  deregistrationDelaySeconds: 45,
} as const;

/** Args to record: fills in defaults, checks everything, throws one `UserError` with all problems. */
export function normalise(args: ServiceArgs): ServiceRecord {
  const scaling = scalingOf(args);
  const bare = {
    ...identityOf(args),
    architecture: args.architecture ?? "arm64",
    cpuUnits: args.cpuUnits,
    memoryMiB: args.memoryMiB,
    replicas: args.replicas,
    placement: args.placement,
    drain: args.drain ?? DEFAULT_DRAIN,
    port: args.port,
    healthPath: args.healthPath,
    startupSeconds: args.startupSeconds ?? 30,
    container: containerOf(args),
    sidecars: (args.sidecars ?? []).map((s) => ({ command: [], variables: {}, essential: false, ...s })),
    route: routeOf(args),
    serviceConnect: serviceConnectOf(args),
    calls: [...(args.calls ?? [])].sort(),
    egress: {
      httpsCidrs:
        args.egress?.https === undefined || args.egress.https === "anywhere" ? ["0.0.0.0/0"] : args.egress.https,
      dnsServers: args.egress?.dnsServers ?? [],
    },
    logs: logsOf(args),
    volumes: volumesOf(args),
    exec: args.exec ?? null,
    taskStatements: args.taskStatements ?? [],
    faultInjection: (args.faultInjection ?? null) !== null,
    ephemeralStorageGiB: args.ephemeralStorageGiB ?? null,
    scaling,
    offHours: args.offHours ?? null,
    deployment: deploymentOf(args),
  } satisfies Omit<ServiceRecord, "alarms">;
  const record: ServiceRecord = { ...bare, alarms: alarmsOf(args, bare) };
  throwIfAny(`Service ${String(args.service)}`, checkService(record, args));
  return record;
}

function identityOf(args: ServiceArgs) {
  const { service, project, environment, region, accountId, tags, clusterName, namespaceName } = args;
  const dnsName = `${service}.${namespaceName}`;
  return { service, project, environment, region, accountId, tags, clusterName, namespaceName, dnsName };
}

function containerOf(args: ServiceArgs): ContainerRecord {
  const url = `http://127.0.0.1:${args.port}${args.healthPath}`;
  return {
    ...resolveImage(String(args.image), args.accountId, args.region),
    command: args.command ?? [],
    variables: args.variables ?? {},
    secrets: args.secrets ?? [],
    healthCommand: args.healthCommand ?? ["CMD-SHELL", `wget -q -T 2 -O /dev/null ${url} || exit 1`],
    user: args.user ?? "10001:10001",
    readonlyRoot: (args.writableRoot ?? null) === null,
    openFiles: args.openFiles ?? 65536,
    restart: args.restart ?? null,
  };
}

function routeOf({ route }: ServiceArgs): RouteRecord | null {
  if (route === undefined || route === null) return null;
  return withDefaults<RouteRecord>(
    {
      paths: route.paths,
      priority: route.priority,
      host: null,
      checkIntervalSeconds: 5,
      unhealthyThreshold: 2,
      algorithm: "least_outstanding_requests",
      slowStartSeconds: 0,
    },
    route,
  );
}

function serviceConnectOf(args: ServiceArgs): ServiceConnectRecord | null {
  if (args.serviceConnect === null) return null;
  return withDefaults<ServiceConnectRecord>(
    {
      discoveryName: `${args.environment}-${args.service}`,
      requestTimeoutSeconds: 15,
      idleTimeoutSeconds: 300,
      proxyLog: false,
      accessLog: null,
    },
    args.serviceConnect,
  );
}

function logsOf({ logs, project, environment, service }: ServiceArgs): LogRecord {
  const router = logs?.router ?? null;
  return withDefaults<LogRecord>(
    {
      groupName: `/${project}/${environment}/${service}`,
      retentionDays: 14,
      kmsKeyArn: null,
      groupClass: "STANDARD",
      bufferMiB: 25,
      router: null,
    },
    { ...logs, router: router === null ? null : { ...router, memoryMiB: router.memoryMiB ?? 64 } },
  );
}

function volumesOf({ volumes }: ServiceArgs): VolumeRecord {
  const { ebs = null, efs = [] } = volumes ?? {};
  return {
    efs: efs.map((volume) => ({ ...volume, readOnly: volume.readOnly ?? true })),
    ebs: ebs === null ? null : ebsOf(ebs),
  };
}

function ebsOf(ebs: EbsVolumeArgs): NonNullable<VolumeRecord["ebs"]> {
  const { name, mountPath, sizeGiB } = ebs;
  const included = { iops: 3000, throughputMiBPerSecond: 125 };
  return withDefaults<NonNullable<VolumeRecord["ebs"]>>(
    { name, mountPath, sizeGiB, ...included, kmsKeyArn: null, snapshotId: null },
    ebs,
  );
}

function scalingOf({ scaling, replicas, offHours }: ServiceArgs): ScalingRecord {
  const moves = (replicas?.max ?? 0) > (replicas?.min ?? 0) || (offHours ?? null) !== null;
  return withDefaults<ScalingRecord>(
    {
      ownedBy: moves ? "autoscaling" : "pulumi",
      cpuPercent: 60,
      memoryPercent: 75,
      requestsPerMinute: null,
      scaleOutCooldownSeconds: 60,
      scaleInCooldownSeconds: 300,
      predictive: null,
    },
    scaling,
  );
}

function alarmsOf({ alarms }: ServiceArgs, record: Omit<ServiceRecord, "alarms">): AlarmRecord {
  return withDefaults<AlarmRecord>(
    {
      kinds: defaultAlarmKinds(record),
      memoryPercent: 90,
      cpuPercent: 90,
      errorPercent: 5,
      minimumRequestsPerMinute: 20,
      latencyP95Ms: 500,
      rollback: true,
    },
    alarms,
  );
}

function deploymentOf({ deployment }: ServiceArgs): DeploymentRecord {
  return withDefaults<DeploymentRecord>(
    {
      strategy: "rolling",
      minimumHealthyPercent: 100,
      maximumPercent: 200,
      bakeMinutes: 5,
      stepPercent: 10,
      stepMinutes: 5,
      hooks: [],
      waitForSteadyState: false,
      forceDelete: false,
    },
    deployment,
  );
}
