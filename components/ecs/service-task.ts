import { Service as AwsService } from "@pulumi/aws/ecs/service.js";
import { TaskDefinition } from "@pulumi/aws/ecs/taskDefinition.js";
import type { Resource } from "@pulumi/pulumi";
import { child } from "../shared/index.ts";
import { ecsServiceArgs } from "./ecs-service.ts";
import type { NamedAlarm } from "./service-alarms.ts";
import type { ServiceIdentity } from "./service-identity.ts";
import type { ServiceRouting } from "./service-routing.ts";
import type { ServiceSite } from "./service-site.ts";
import { taskDefinitionArgs } from "./task-definition.ts";

/** The task definition and the service that keeps its tasks running. */
export function makeTask(
  site: ServiceSite,
  identity: ServiceIdentity,
  routing: ServiceRouting,
  alarms: readonly NamedAlarm[],
): { taskDefinition: TaskDefinition; service: AwsService } {
  const { name, record, wiring, transform, parent } = site;
  const roles = { executionRoleArn: identity.executionRole.arn, taskRoleArn: identity.taskRole.arn };
  const taskArgs = taskDefinitionArgs(record, wiring, roles);
  // A task writes to the log group by name, so nothing else orders the two.
  const taskOpts = { parent, dependsOn: [identity.logGroup] };
  const taskDefinition = new TaskDefinition(...child(transform?.taskDefinition, `${name}-task`, taskArgs, taskOpts));

  const parts = {
    taskDefinitionArn: taskDefinition.arn,
    securityGroupId: identity.securityGroup.id,
    targetGroupArns: routing.targetGroups.map((group) => group.arn),
    productionRuleArn: routing.productionRule?.arn,
    testRuleArn: routing.testRule?.arn,
    infrastructureRoleArn: identity.infrastructureRole?.arn,
  };
  const rules = [routing.productionRule, routing.testRule].filter((rule) => rule !== null);
  const opts = {
    parent,
    dependsOn: [...identity.grants, ...rules, ...alarms.map(({ alarm }) => alarm)] as Resource[],
    // The name is fixed, so a replacement must make room first.
    deleteBeforeReplace: true,
    ignoreChanges: record.scaling.ownedBy === "pulumi" ? [] : ["desiredCount"],
  };
  const service = new AwsService(
    ...child(transform?.service, `${name}-service`, ecsServiceArgs(record, wiring, parts), opts),
  );
  return { taskDefinition, service };
}
