import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import type { ServiceArgs } from "./args.ts";
import { normalise } from "./normalise.ts";
import { makeAlarms } from "./service-alarms.ts";
import { makeIdentity } from "./service-identity.ts";
import { makeRouting } from "./service-routing.ts";
import { makeScaling } from "./service-scaling.ts";
import { makeTask } from "./service-task.ts";

/**
 * One service on Fargate and all that is its own: security group, log, roles, task, routing, scaling, alarms.
 * Throws a `UserError` with every problem of its args. Rules between services are made by `ServiceEdges`.
 */
export class Service extends ComponentResource {
  /** ARN of the ECS service. */
  readonly arn: Output<string>;
  readonly securityGroupId: Output<string>;
  readonly logGroupArn: Output<string>;
  readonly taskRoleArn: Output<string>;
  readonly executionRoleArn: Output<string>;
  /** Undefined where internal. */
  readonly targetGroupArn: Output<string> | undefined;
  /** Physical name, plain. */
  readonly name: string;
  /** `service.namespace`, plain; reached at `port`. Null without Service Connect. */
  readonly dnsName: string | null;
  readonly logGroupName: string;
  readonly port: number;
  /** Names of its alarms, plain. */
  readonly alarmNames: readonly string[];

  constructor(name: string, args: ServiceArgs, opts?: ComponentResourceOptions) {
    const record = normalise(args);
    super("pyairtable:ecs:Service", name, {}, opts);
    const site = { name, record, wiring: args.wiring, transform: args.transform, parent: this };

    const identity = makeIdentity(site);
    const routing = makeRouting(site);
    const alarms = makeAlarms(site, routing);
    const { service } = makeTask(site, identity, routing, alarms);
    makeScaling(site, service, routing);

    this.arn = service.arn;
    this.securityGroupId = identity.securityGroup.id;
    this.logGroupArn = identity.logGroup.arn;
    this.taskRoleArn = identity.taskRole.arn;
    this.executionRoleArn = identity.executionRole.arn;
    this.targetGroupArn = routing.targetGroups[0]?.arn;
    this.name = record.service;
    this.dnsName = record.serviceConnect === null ? null : record.dnsName;
    this.logGroupName = record.logs.groupName;
    this.port = record.port;
    this.alarmNames = alarms.map((alarm) => alarm.alarmName);
    this.registerOutputs({
      arn: this.arn,
      name: this.name,
      securityGroupId: this.securityGroupId,
      dnsName: this.dnsName,
      port: this.port,
      logGroupName: this.logGroupName,
      logGroupArn: this.logGroupArn,
      taskRoleArn: this.taskRoleArn,
      executionRoleArn: this.executionRoleArn,
      targetGroupArn: this.targetGroupArn,
      alarmNames: this.alarmNames,
    });
  }
}
