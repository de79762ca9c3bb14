import { type Acknowledgment, type App, Validations } from "aws-cdk-lib";
import type { Plan } from "../../packages/plan/index.ts";
import { bucketObjects } from "./names.ts";

/** Findings that the platform accepts; without them a synthesis ends at once and no comparison is fair. */
const ACCEPTED: readonly Acknowledgment[] = [
  { id: "AwsSolutions-EC23", reason: "the load balancer serves the internet" },
  { id: "AwsSolutions-S1", reason: "the bucket is itself the access log" },
  { id: "AwsSolutions-ECS2", reason: "plain settings are in the environment, secrets by reference" },
  { id: "AwsSolutions-ECS4", reason: "Container Insights is a choice of the plan" },
  { id: "CloudFormation-Validate::F0007", reason: "one stack of any size, as on the other side" },
];

export function acknowledge(app: App, plan: Plan): void {
  Validations.of(app).acknowledge(...ACCEPTED, ...bucketWildcards(plan));
}

/** The IAM rule is acknowledged resource by resource: objects of a bucket have no other name than a wildcard. */
function bucketWildcards(plan: Plan): Acknowledgment[] {
  const needs = plan.services.flatMap((service) => service.data);
  const objects = needs.flatMap((need) => (need.kind === "bucket" ? [bucketObjects(plan, need.bucket)] : []));
  return [...new Set(objects)].map((arn) => ({
    id: `AwsSolutions-IAM5[Resource::${arn}]`,
    reason: "objects of one bucket",
  }));
}
