import { AccessPoint } from "@pulumi/aws/efs/accessPoint.js";
import { BackupPolicy } from "@pulumi/aws/efs/backupPolicy.js";
import { FileSystem } from "@pulumi/aws/efs/fileSystem.js";
import { FileSystemPolicy } from "@pulumi/aws/efs/fileSystemPolicy.js";
import { MountTarget } from "@pulumi/aws/efs/mountTarget.js";
import { interpolate, type Output, output, type Resource } from "@pulumi/pulumi";
import { accessPointArnPrefix, fileSystemArnPrefix } from "../../ecs/arns.ts";
import { child, type PolicyStatement, policyDocument, resourceTags } from "../../shared/index.ts";
import { prefixOf } from "../place.ts";
import type { EcsScene } from "./scene.ts";

/** A folder on the file system that belongs to one user, and what a task role needs to mount it. */
export interface Disk {
  readonly volume: string;
  readonly fileSystemId: Output<string>;
  readonly accessPointId: Output<string>;
  readonly statement: PolicyStatement;
}

export interface Storage {
  readonly disks: Readonly<Record<"samples" | "grafana", Disk | null>>;
  /** Must be there before a task mounts. */
  readonly ready: readonly Resource[];
}

/** Who owns which folder; null where nothing keeps anything there. */
export type Owners = Readonly<Record<"samples" | "grafana", string | null>>;

/**
 * One encrypted file system for samples and for Grafana's people, reached by TLS and IAM alone. Bursting throughput: what
 * Prometheus writes is far below it, and elastic throughput would cost by the GB. Backed up daily by AWS Backup in
 * production, which outlives a destroy; Pulumi's `protect` would stop that destroy for good.
 */
export function makeStorage(scene: EcsScene, owners: Owners): Storage {
  const { name, place, plan, parent, wiring, transform } = scene;
  const own = { parent };
  const tags = resourceTags(place.tags, `${prefixOf(place)}-monitoring`);
  const fileSystem = new FileSystem(
    ...child(
      transform?.fileSystem,
      `${name}-disk`,
      { encrypted: true, throughputMode: "bursting", lifecyclePolicies: [], tags },
      own,
    ),
  );
  const policy = new FileSystemPolicy(
    `${name}-disk-policy`,
    { fileSystemId: fileSystem.id, policy: onlyByTls(scene, fileSystem.id) },
    own,
  );
  if (plan.production)
    new BackupPolicy(`${name}-disk-backup`, { fileSystemId: fileSystem.id, backupPolicy: { status: "ENABLED" } }, own);
  const targets = plan.zones.map(
    (zone, index) =>
      new MountTarget(
        `${name}-disk-${zone}`,
        {
          fileSystemId: fileSystem.id,
          subnetId: output(wiring.privateSubnetIds).apply((ids) => ids[index]!),
          securityGroups: [wiring.monitoringSecurityGroupId],
        },
        own,
      ),
  );
  const disk = (volume: "samples" | "grafana", user: string | null): Disk | null => {
    if (user === null) return null;
    const gid = volume === "grafana" ? 0 : Number(user);
    const owner = { uid: Number(user), gid };
    const args = {
      fileSystemId: fileSystem.id,
      posixUser: owner,
      rootDirectory: {
        path: `/${volume}`,
        creationInfo: { ownerUid: owner.uid, ownerGid: owner.gid, permissions: "0750" },
      },
      tags: resourceTags(place.tags, `${prefixOf(place)}-${volume}`),
    };
    const point = new AccessPoint(...child(transform?.accessPoint, `${name}-disk-${volume}`, args, own));
    return {
      volume,
      fileSystemId: fileSystem.id,
      accessPointId: point.id,
      statement: mountStatement(scene, volume, fileSystem.id, point.id),
    };
  };
  return {
    disks: { samples: disk("samples", owners.samples), grafana: disk("grafana", owners.grafana) },
    ready: [policy, ...targets],
  };
}

/** With a policy there is no anonymous mount: what is not allowed by a role is refused. */
function onlyByTls({ place }: EcsScene, fileSystemId: Output<string>) {
  return policyDocument([
    {
      sid: "OnlyByTls",
      effect: "Deny",
      principals: "everyone",
      actions: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite", "elasticfilesystem:ClientRootAccess"],
      resources: [interpolate`${fileSystemArnPrefix(place)}${fileSystemId}`],
      conditions: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
}

function mountStatement(
  { place }: EcsScene,
  volume: string,
  fileSystemId: Output<string>,
  accessPointId: Output<string>,
): PolicyStatement {
  return {
    sid: `Mount${volume}`,
    actions: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
    resources: [interpolate`${fileSystemArnPrefix(place)}${fileSystemId}`],
    conditions: {
      StringEquals: {
        "elasticfilesystem:AccessPointArn": interpolate`${accessPointArnPrefix(place)}${accessPointId}`,
      },
    },
  };
}
