import { type Place, prefixOf } from "../place.ts";

/** One container of a task of monitoring. */
export interface ContainerSpec {
  readonly name: string;
  readonly image: string;
  /** False: it is started again beside the others; true: the task is replaced with it. */
  readonly essential: boolean;
  /** Hard limit; what its memory limiter and the Go runtime see. */
  readonly memoryMiB: number;
  /** `uid:gid`, that of the disk where there is one. */
  readonly user: string;
  readonly entryPoint?: readonly string[];
  readonly command: readonly string[];
  readonly ports: readonly number[];
  readonly variables?: Readonly<Record<string, string>>;
  /** Variable → ARN of the secret. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Volume → path. */
  readonly mounts?: Readonly<Record<string, string>>;
  /** argv, `CMD` first. */
  readonly healthCommand: readonly string[];
  /** Containers that must be healthy first. */
  readonly after?: readonly string[];
  readonly stopTimeoutSeconds: number;
}

/** As the ECS API spells it, hardened like every container of the platform, plain so that rules read it in a preview. */
export function containerDefinition(place: Place, spec: ContainerSpec): Readonly<Record<string, unknown>> {
  const { variables = {}, secrets = {}, mounts = {}, after = [] } = spec;
  return {
    name: spec.name,
    image: spec.image,
    essential: spec.essential,
    memory: spec.memoryMiB,
    privileged: false,
    readonlyRootFilesystem: true,
    user: spec.user,
    linuxParameters: { initProcessEnabled: true, capabilities: { drop: ["ALL"] } },
    stopTimeout: spec.stopTimeoutSeconds,
    versionConsistency: "enabled",
    systemControls: [],
    ...(spec.entryPoint === undefined ? {} : { entryPoint: spec.entryPoint }),
    command: spec.command,
    portMappings: spec.ports.map((port) => ({ containerPort: port, hostPort: port, protocol: "tcp" })),
    environment: sorted(variables).map(([name, value]) => ({ name, value })),
    secrets: sorted(secrets).map(([name, valueFrom]) => ({ name, valueFrom })),
    mountPoints: sorted(mounts).map(([sourceVolume, containerPath]) => ({
      sourceVolume,
      containerPath,
      readOnly: false,
    })),
    volumesFrom: [],
    healthCheck: { command: spec.healthCommand, interval: 15, timeout: 5, retries: 4, startPeriod: 60 },
    dependsOn: after.map((containerName) => ({ containerName, condition: "HEALTHY" })),
    ...(spec.essential ? {} : { restartPolicy: { enabled: true, ignoredExitCodes: [], restartAttemptPeriod: 60 } }),
    logConfiguration: {
      logDriver: "awslogs",
      options: {
        "awslogs-group": logGroupName(place),
        "awslogs-region": place.region,
        "awslogs-stream-prefix": spec.name,
        mode: "non-blocking",
        "max-buffer-size": "4m",
      },
    },
  };
}

export const logGroupName = ({ project, environment }: Place) => `/${project}/${environment}/monitoring`;

/** Busybox has a wget, so has every image here but the collector's and Jaeger's. */
export const fetches = (port: number, path: string): readonly string[] => [
  "CMD",
  "wget",
  "-q",
  "-O",
  "/dev/null",
  `http://localhost:${port}${path}`,
];

export const familyOf = (place: Place, task: string) => `${prefixOf(place)}-monitoring-${task}`;

const sorted = (record: Readonly<Record<string, string>>) =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
