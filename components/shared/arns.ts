/** ARNs built from known parts, so that policies are known in a preview. */
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

/** ARN of something of the account in the region, e.g. `arnOf(place, "sqs", "my-queue")`. */
export function arnOf(place: Place, service: string, resource: string): string {
  return `arn:${partition(place.region)}:${service}:${place.region}:${place.accountId}:${resource}`;
}

export function logGroupArn(place: Place, name: string): string {
  return arnOf(place, "logs", `log-group:${name}`);
}

export function anyKeyArn(place: Place): string {
  return arnOf(place, "kms", "key/*");
}

/** A policy that AWS keeps. */
export function awsManagedPolicyArn(region: string, path: string): string {
  return `arn:${partition(region)}:iam::aws:policy/${path}`;
}

export function accountRootArn(place: Place): string {
  return `arn:${partition(place.region)}:iam::${place.accountId}:root`;
}
