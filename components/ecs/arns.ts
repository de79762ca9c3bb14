import { arnOf, type Place } from "../shared/index.ts";

export function repositoryArn(place: Place, repository: string): string {
  return arnOf(place, "ecr", `repository/${repository}`);
}

/** What a task asks for: Secrets Manager resolves the name without its random ending. */
export function secretArn(place: Place, name: string): string {
  return arnOf(place, "secretsmanager", `secret:${name}`);
}

/** What a policy allows: exactly that name with its six random characters. */
export function secretArnPattern(place: Place, name: string): string {
  return `${secretArn(place, name)}-??????`;
}

/** Any ECS resource of the account and region: what a task role's trust accepts as source. */
export function anyEcsArn(place: Place): string {
  return arnOf(place, "ecs", "*");
}

/** Ids of EFS are made by AWS: the id goes behind these. */
export function fileSystemArnPrefix(place: Place): string {
  return arnOf(place, "elasticfilesystem", "file-system/");
}

export function accessPointArnPrefix(place: Place): string {
  return arnOf(place, "elasticfilesystem", "access-point/");
}
