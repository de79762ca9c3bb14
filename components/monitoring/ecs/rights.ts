import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import { anyEcsArn, secretArnPattern } from "../../ecs/arns.ts";
import { arnOf, assumedBy, logGroupArn, type PolicyStatement, resourceTags } from "../../shared/index.ts";
import type { Place } from "../place.ts";
import { logGroupName } from "./container.ts";

/** A role for tasks of this account alone. */
export function taskRoleArgs(place: Place, description: string): RoleArgs {
  return {
    description,
    assumeRolePolicy: assumedBy("ecs-tasks.amazonaws.com", {
      StringEquals: { "aws:SourceAccount": place.accountId },
      ArnLike: { "aws:SourceArn": anyEcsArn(place) },
    }),
    tags: resourceTags(place.tags),
  };
}

/** What starts the tasks may: write their log, read their secrets and parameters by name. Images are public. */
export function startStatements(
  place: Place,
  secretNames: readonly string[],
  parameterNames: readonly string[],
): PolicyStatement[] {
  return [
    {
      sid: "WriteOwnLog",
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [`${logGroupArn(place, logGroupName(place))}:*`],
    },
    ...(secretNames.length === 0
      ? []
      : [
          {
            sid: "ReadOwnSecrets",
            actions: ["secretsmanager:GetSecretValue"],
            resources: [...new Set(secretNames)].sort().map((name) => secretArnPattern(place, name)),
          },
        ]),
    ...(parameterNames.length === 0
      ? []
      : [
          {
            sid: "ReadOwnParameters",
            actions: ["ssm:GetParameters"],
            resources: parameterNames.map((name) => arnOf(place, "ssm", `parameter${name}`)),
          },
        ]),
  ];
}

/** What the collector needs to find tasks of one cluster, and the exporter to read what EventBridge counted. */
export function watchStatements(place: Place, clusterName: string): PolicyStatement[] {
  const cluster = arnOf(place, "ecs", `cluster/${clusterName}`);
  return [
    {
      sid: "ListTasks",
      actions: ["ecs:ListServices", "ecs:ListTasks"],
      resources: ["*"],
      everyResourceBecause: "both list a cluster, named in the condition",
      conditions: { ArnEquals: { "ecs:cluster": cluster } },
    },
    {
      sid: "DescribeTasks",
      actions: ["ecs:DescribeServices", "ecs:DescribeTasks"],
      resources: [arnOf(place, "ecs", `service/${clusterName}/*`), arnOf(place, "ecs", `task/${clusterName}/*`)],
    },
    {
      sid: "ReadDefinitionsAndCounts",
      actions: ["cloudwatch:GetMetricData", "cloudwatch:ListMetrics", "ecs:DescribeTaskDefinition"],
      resources: ["*"],
      everyResourceBecause: "the actions take no resource",
    },
  ];
}
