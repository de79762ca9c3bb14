import type { Plan } from "../../packages/plan/index.ts";

/** Any account: a synthesis calls nobody. */
export const ACCOUNT = "123456789012";

export function bucketObjects(plan: Plan, bucket: string): string {
  return `arn:aws:s3:::${plan.project}-${plan.environment}-${bucket}/*`;
}
