import type { TaskDefinitionArgs } from "@pulumi/aws/ecs/taskDefinition.js";
import type { ServiceRecord } from "./record.ts";
import type { ServiceWiring } from "./wiring.ts";

export interface MountPoint {
  readonly sourceVolume: string;
  readonly containerPath: string;
  readonly readOnly: boolean;
}

type Volumes = NonNullable<TaskDefinitionArgs["volumes"]>;

const TMP = "tmp";
/** Where the ECS Exec agent writes; without them it dies under a read-only root (containers-roadmap#1359). */
const EXEC_PATHS: readonly (readonly [volume: string, path: string])[] = [
  ["exec-agents", "/managed-agents"],
  ["exec-state", "/var/lib/amazon/ssm"],
  ["exec-log", "/var/log/amazon/ssm"],
];

/** Mounts of the service's own container. */
export function mountPoints(record: ServiceRecord): MountPoint[] {
  const { efs, ebs } = record.volumes;
  return [
    mount(TMP, "/tmp", false),
    ...execMounts(record, record.service),
    ...efs.map((volume) => mount(volume.name, volume.mountPath, volume.readOnly)),
    ...(ebs === null ? [] : [mount(ebs.name, ebs.mountPath, false)]),
  ];
}

/** Each container has agent volumes of its own: two agents in one folder would write over each other. */
export function execMounts(record: ServiceRecord, container: string): MountPoint[] {
  if (record.exec === null) return [];
  return EXEC_PATHS.map(([volume, path]) => mount(`${volume}-${container}`, path, false));
}

/** Volumes of the task: a bare name is ephemeral disk of the task, gone with it. */
export function taskVolumes(record: ServiceRecord, wiring: ServiceWiring): Volumes {
  const { efs, ebs } = record.volumes;
  const containers = [record.service, ...record.sidecars.map((sidecar) => sidecar.name)];
  return [
    { name: TMP },
    ...containers.flatMap((container) => execMounts(record, container).map((point) => ({ name: point.sourceVolume }))),
    ...efs.map((volume) => {
      const system = wiring.fileSystems?.[volume.name];
      if (system === undefined) throw new Error(`EFS volume ${volume.name} passed the checks without a file system`);
      return {
        name: volume.name,
        efsVolumeConfiguration: {
          fileSystemId: system.fileSystemId,
          transitEncryption: "ENABLED",
          authorizationConfig: { accessPointId: system.accessPointId, iam: "ENABLED" },
        },
      };
    }),
    ...(ebs === null ? [] : [{ name: ebs.name, configureAtLaunch: true }]),
  ];
}

function mount(sourceVolume: string, containerPath: string, readOnly: boolean): MountPoint {
  return { sourceVolume, containerPath, readOnly };
}
