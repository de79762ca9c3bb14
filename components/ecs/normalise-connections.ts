import type { ServiceArgs } from "./args.ts";
import { withDefaults } from "./defaults.ts";
import type { LogRecord, RouteRecord, ServiceConnectRecord, VolumeRecord } from "./record.ts";
import type { EbsVolumeArgs } from "./volume-args.ts";

export function routeOf({ route }: ServiceArgs): RouteRecord | null {
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

export function serviceConnectOf(args: ServiceArgs): ServiceConnectRecord | null {
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

export function logsOf({ logs, project, environment, service }: ServiceArgs): LogRecord {
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

export function volumesOf({ volumes }: ServiceArgs): VolumeRecord {
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
