import type { ContainerDefinition } from "./container-definitions.ts";
import type { ServiceRecord } from "./record.ts";

export const LOG_ROUTER = "log-router";

interface LogConfiguration {
  readonly logDriver: string;
  readonly options: Readonly<Record<string, string>>;
}

/** Where a container's lines go: the router where there is one, else the log group. */
export function logConfiguration(record: ServiceRecord, container: string): LogConfiguration {
  const { router } = record.logs;
  if (router !== null && container !== LOG_ROUTER) return { logDriver: "awsfirelens", options: router.options };
  return awsLogs(record, container);
}

/** Non-blocking: when CloudWatch is slow, lines are lost rather than requests. */
export function awsLogs({ logs, region }: ServiceRecord, streamPrefix: string): LogConfiguration {
  return {
    logDriver: "awslogs",
    options: {
      "awslogs-group": logs.groupName,
      "awslogs-region": region,
      "awslogs-stream-prefix": streamPrefix,
      mode: "non-blocking",
      "max-buffer-size": `${logs.bufferMiB}m`,
    },
  };
}

/** The Fluent Bit sidecar; it must write its own state, so its root file system stays writable, and it runs as root. */
export function logRouterContainer(record: ServiceRecord): ContainerDefinition[] {
  const { router } = record.logs;
  if (router === null) return [];
  return [
    {
      name: LOG_ROUTER,
      image: router.image,
      essential: true,
      privileged: false,
      readonlyRootFilesystem: false,
      user: "0",
      memoryReservation: router.memoryMiB,
      linuxParameters: { initProcessEnabled: true, capabilities: { drop: ["ALL"] } },
      firelensConfiguration: { type: "fluentbit", options: { "enable-ecs-log-metadata": "true" } },
      stopTimeout: record.drain.stopTimeoutSeconds,
      versionConsistency: "enabled",
      systemControls: [],
      environment: [],
      portMappings: [],
      mountPoints: [],
      volumesFrom: [],
      logConfiguration: awsLogs(record, LOG_ROUTER),
    },
  ];
}
