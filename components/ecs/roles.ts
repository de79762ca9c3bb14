import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import { interpolate } from "@pulumi/pulumi";
import { assumedBy, logGroupArn, type PolicyStatement, resourceTags } from "../shared/index.ts";
import { accessPointArnPrefix, anyEcsArn, fileSystemArnPrefix, repositoryArn, secretArnPattern } from "./arns.ts";
import type { ServiceRecord } from "./record.ts";
import type { EfsWiring, ServiceWiring } from "./wiring.ts";

/** Role ECS takes on to start the task. */
export function executionRoleArgs(record: ServiceRecord): RoleArgs {
  return taskTrustingRole(
    record,
    `Starts tasks of ${record.service}: pulls its image, writes its log, reads its secrets`,
  );
}

/** Role the service's own code has. */
export function taskRoleArgs(record: ServiceRecord): RoleArgs {
  return taskTrustingRole(record, `What ${record.service} may do`);
}

/** Exactly one repository, one log group, the named secrets. */
export function executionStatements(record: ServiceRecord): PolicyStatement[] {
  const { repository, secrets } = record.container;
  const statements: PolicyStatement[] = [
    {
      sid: "WriteOwnLog",
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [`${logGroupArn(record, record.logs.groupName)}:*`],
    },
  ];
  if (repository !== null) {
    statements.push(
      {
        sid: "LogInToRegistry",
        actions: ["ecr:GetAuthorizationToken"],
        resources: ["*"],
        everyResourceBecause: "the token is the account's; the action takes no narrower resource",
      },
      {
        sid: "PullOwnImage",
        actions: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        resources: [repositoryArn(record, repository)],
      },
    );
  }
  if (secrets.length > 0) {
    const names = [...new Set(secrets.map((secret) => secret.secretName))].sort();
    statements.push({
      sid: "ReadOwnSecrets",
      actions: ["secretsmanager:GetSecretValue"],
      resources: names.map((name) => secretArnPattern(record, name)),
    });
  }
  return statements;
}

/** Exec only where it is on, its EFS volumes, then the data needs; empty for a service that asks for nothing. */
export function taskStatements(record: ServiceRecord, wiring: ServiceWiring): readonly PolicyStatement[] {
  const mounts = record.volumes.efs.flatMap((volume) => {
    const system = wiring.fileSystems?.[volume.name];
    return system === undefined ? [] : [efsStatement(record, volume, system)];
  });
  return [...(record.exec?.statements ?? []), ...mounts, ...record.taskStatements];
}

function efsStatement(
  record: ServiceRecord,
  volume: ServiceRecord["volumes"]["efs"][number],
  system: EfsWiring,
): PolicyStatement {
  const write = volume.readOnly ? [] : ["elasticfilesystem:ClientWrite"];
  return {
    sid: `Mount${volume.name.replace(/[^A-Za-z0-9]/g, "")}`,
    actions: ["elasticfilesystem:ClientMount", ...write],
    resources: [interpolate`${fileSystemArnPrefix(record)}${system.fileSystemId}`],
    conditions: {
      StringEquals: {
        "elasticfilesystem:AccessPointArn": interpolate`${accessPointArnPrefix(record)}${system.accessPointId}`,
      },
    },
  };
}

/** The conditions keep another account's task from borrowing the role (confused deputy). */
function taskTrustingRole(record: ServiceRecord, description: string): RoleArgs {
  return {
    description,
    assumeRolePolicy: assumedBy("ecs-tasks.amazonaws.com", {
      StringEquals: { "aws:SourceAccount": record.accountId },
      ArnLike: { "aws:SourceArn": anyEcsArn(record) },
    }),
    tags: resourceTags(record.tags),
  };
}
