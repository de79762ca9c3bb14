import { secretArn } from "./arns.ts";
import { logConfiguration, logRouterContainer } from "./container-logs.ts";
import { execMounts, mountPoints } from "./container-volumes.ts";
import type { ServiceRecord } from "./record.ts";

/** One container as the ECS API spells it (camel case JSON). */
export type ContainerDefinition = Readonly<Record<string, unknown>> & { readonly name: string };

/** Name of the service's own container, and of its port. */
export const PORT_NAME = "http";

/** All containers of the task, plain: a policy reads every value in a preview. */
export function containerDefinitions(record: ServiceRecord): ContainerDefinition[] {
  const router = logRouterContainer(record);
  return [mainContainer(record), ...record.sidecars.map((sidecar) => sidecarContainer(record, sidecar)), ...router];
}

function mainContainer(record: ServiceRecord): ContainerDefinition {
  const { container, drain } = record;
  return {
    name: record.service,
    image: container.image,
    essential: true,
    ...hardening(record),
    user: container.user,
    readonlyRootFilesystem: container.readonlyRoot,
    ...(container.command.length > 0 ? { command: container.command } : {}),
    portMappings: [
      { name: PORT_NAME, containerPort: record.port, hostPort: record.port, protocol: "tcp", appProtocol: "http" },
    ],
    environment: environment({
      ...container.variables,
      PORT: String(record.port),
      DRAIN_LB_WAIT_SECONDS: String(drain.lbWaitSeconds),
      DRAIN_IN_FLIGHT_SECONDS: String(drain.inFlightSeconds),
      DRAIN_STOP_TIMEOUT_SECONDS: String(drain.stopTimeoutSeconds),
    }),
    secrets: container.secrets.map(({ variable, secretName }) => ({
      name: variable,
      valueFrom: secretArn(record, secretName),
    })),
    healthCheck: {
      command: container.healthCommand,
      interval: 10,
      timeout: 3,
      retries: 3,
      startPeriod: record.startupSeconds,
    },
    ulimits: [{ name: "nofile", softLimit: container.openFiles, hardLimit: container.openFiles }],
    mountPoints: mountPoints(record),
    volumesFrom: [],
    logConfiguration: logConfiguration(record, record.service),
    ...(container.restart === null
      ? {}
      : {
          restartPolicy: {
            enabled: true,
            ignoredExitCodes: container.restart.ignoredExitCodes,
            restartAttemptPeriod: container.restart.afterSeconds,
          },
        }),
  };
}

function sidecarContainer(record: ServiceRecord, sidecar: ServiceRecord["sidecars"][number]): ContainerDefinition {
  return {
    name: sidecar.name,
    image: sidecar.image,
    essential: sidecar.essential,
    ...hardening(record),
    user: record.container.user,
    readonlyRootFilesystem: true,
    cpu: sidecar.cpuUnits,
    memory: sidecar.memoryMiB,
    ...(sidecar.command.length > 0 ? { command: sidecar.command } : {}),
    portMappings: [],
    environment: environment(sidecar.variables),
    mountPoints: execMounts(record, sidecar.name),
    volumesFrom: [],
    logConfiguration: logConfiguration(record, sidecar.name),
  };
}

/**
 * What every container has: an init as PID 1 that passes SIGTERM on and reaps, no Linux capability, time to drain,
 * and the tag resolved to one digest for all tasks of a deployment.
 */
function hardening({ drain }: ServiceRecord): Record<string, unknown> {
  return {
    privileged: false,
    linuxParameters: { initProcessEnabled: true, capabilities: { drop: ["ALL"] } },
    stopTimeout: drain.stopTimeoutSeconds,
    versionConsistency: "enabled",
    systemControls: [],
  };
}

/** Sorted by name, so that the order of keys in a catalog entry never shows as a difference. */
function environment(variables: Readonly<Record<string, string>>): { name: string; value: string }[] {
  return Object.entries(variables)
    .map(([name, value]) => ({ name, value }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
