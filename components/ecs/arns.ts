/** ARNs built from known parts, so that policies and container definitions are known in a preview. */
export interface Place {
  readonly region: string;
  readonly accountId: string;
}

export function partition(region: string): "aws" | "aws-cn" | "aws-us-gov" {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

/** Domain of AWS endpoints in a region. */
export function dnsSuffix(region: string): string {
  return partition(region) === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
}

function arn(place: Place, service: string, resource: string): string {
  return `arn:${partition(place.region)}:${service}:${place.region}:${place.accountId}:${resource}`;
}

export function logGroupArn(place: Place, name: string): string {
  return arn(place, "logs", `log-group:${name}`);
}

export function repositoryArn(place: Place, repository: string): string {
  return arn(place, "ecr", `repository/${repository}`);
}

/** What a task asks for: Secrets Manager resolves the name without its random ending. */
export function secretArn(place: Place, name: string): string {
  return arn(place, "secretsmanager", `secret:${name}`);
}

/** What a policy allows: exactly that name with its six random characters. */
export function secretArnPattern(place: Place, name: string): string {
  return `${secretArn(place, name)}-??????`;
}

/** Any ECS resource of the account and region: what a task role's trust accepts as source. */
export function anyEcsArn(place: Place): string {
  return arn(place, "ecs", "*");
}

export function anyKeyArn(place: Place): string {
  return arn(place, "kms", "key/*");
}

/** A policy that AWS keeps. */
export function awsManagedPolicyArn(region: string, path: string): string {
  return `arn:${partition(region)}:iam::aws:policy/${path}`;
}

export function accountRootArn(place: Place): string {
  return `arn:${partition(place.region)}:iam::${place.accountId}:root`;
}

/** Ids of EFS are made by AWS: the id goes behind these. */
export function fileSystemArnPrefix(place: Place): string {
  return arn(place, "elasticfilesystem", "file-system/");
}

export function accessPointArnPrefix(place: Place): string {
  return arn(place, "elasticfilesystem", "access-point/");
}
