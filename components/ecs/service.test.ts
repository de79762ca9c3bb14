import assert from "node:assert/strict";
import { recordProgram, resourceOf, resourcesOf, settled, UNKNOWN } from "../shared/test-mocks.ts";
import type { ServiceArgs } from "./args.ts";
import { Service } from "./service.ts";
import { AWS, COMPONENTS, internalArgs, OFF_HOURS, publicArgs, TAGS, WORLD } from "./test-world.ts";

const record = (args: ServiceArgs, preview = false) =>
  recordProgram(WORLD, preview, () => new Service("record-service", args));

/** How many of each type, without the component. */
async function counts(args: ServiceArgs): Promise<Record<string, number>> {
  const { resources } = await record(args);
  const found: Record<string, number> = {};
  for (const { type } of resources.filter((resource) => resource.custom)) {
    const kind = type.slice(type.lastIndexOf(":") + 1);
    found[kind] = (found[kind] ?? 0) + 1;
  }
  return found;
}

describe("Service", () => {
  it("makes 14 resources for an internal service (README, Resources)", async () => {
    assert.deepEqual(await counts(internalArgs()), {
      SecurityGroup: 1,
      SecurityGroupEgressRule: 1,
      LogGroup: 1,
      Role: 2,
      RolePolicy: 1,
      MetricAlarm: 3,
      TaskDefinition: 1,
      Service: 1,
      Target: 1,
      Policy: 2,
    });
  });

  it("makes 17 for a public one: a target group, a listener rule, the latency alarm", async () => {
    const found = await counts(publicArgs());
    assert.equal(found.TargetGroup, 1);
    assert.equal(found.ListenerRule, 1);
    assert.equal(found.MetricAlarm, 4);
    assert.equal(
      Object.values(found).reduce((a, b) => a + b, 0),
      17,
    );
  });

  it("adds two scheduled actions where it sleeps, and one task policy where it has needs", async () => {
    const statement = { sid: "ReadBucket", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::files/*"] };
    const found = await counts(internalArgs({ offHours: OFF_HOURS, taskStatements: [statement] }));
    assert.equal(found.ScheduledAction, 2);
    assert.equal(found.RolePolicy, 2);
  });

  it("makes no autoscaling where the size is fixed", async () => {
    const found = await counts(internalArgs({ replicas: { min: 1, max: 1 } }));
    assert.equal(found.Target, undefined);
    assert.equal(found.Policy, undefined);
  });

  it("makes a second target group, a test rule and a role where traffic shifts", async () => {
    const found = await counts(publicArgs({ deployment: { strategy: "blue-green" } }));
    assert.equal(found.TargetGroup, 2);
    assert.equal(found.ListenerRule, 2);
    assert.equal(found.Role, 3);
    assert.equal(found.RolePolicyAttachment, 1);
  });

  for (const preview of [true, false])
    it(`tells its outputs ${preview ? "in preview" : "after an update"}`, async () => {
      const { result } = await record(publicArgs(), preview);
      assert.equal(result.name, "record-service");
      assert.equal(result.dnsName, "record-service.pyairtable-prod");
      assert.equal(result.logGroupName, "/pyairtable/prod/record-service");
      assert.equal(result.port, 8080);
      assert.deepEqual(result.alarmNames, [
        "pyairtable-prod-record-service-tasks-missing",
        "pyairtable-prod-record-service-memory-high",
        "pyairtable-prod-record-service-errors-5xx",
        "pyairtable-prod-record-service-latency-p95",
      ]);
      const ids = [result.arn, result.securityGroupId, result.taskRoleArn, result.executionRoleArn, result.logGroupArn];
      for (const output of ids) assert.equal((await settled(output)) === UNKNOWN, preview);
      assert.notEqual(result.targetGroupArn, undefined);
    });

  it("keeps what a policy reads known in preview", async () => {
    const recording = await record(publicArgs({ offHours: OFF_HOURS }), true);
    const task = resourceOf(recording, AWS.taskDefinition).inputs;
    const [container] = JSON.parse(String(task.containerDefinitions));
    assert.equal(container.readonlyRootFilesystem, true);
    for (const policy of resourcesOf(recording, AWS.rolePolicy)) assert.equal(typeof policy.inputs.policy, "string");
    for (const policy of resourcesOf(recording, AWS.rolePolicy)) assert.notEqual(policy.inputs.policy, UNKNOWN);
    const service = resourceOf(recording, AWS.service).inputs;
    for (const key of ["desiredCount", "capacityProviderStrategies", "alarms", "tags", "name"])
      assert.ok(service[key] !== UNKNOWN && service[key] !== undefined, key);
    assert.equal(resourceOf(recording, AWS.scalingTarget).inputs.resourceId, "service/pyairtable-prod/record-service");
  });

  it("wires its alarms to the topic and to its own target group", async () => {
    const base = publicArgs();
    const args = publicArgs({ wiring: { ...base.wiring, alarmTopicArn: "arn:topic" } });
    const alarms = resourcesOf(await record(args), AWS.alarm);
    for (const alarm of alarms) assert.deepEqual(alarm.inputs.alarmActions, ["arn:topic"]);
    const latency = alarms.find(({ name }) => name.endsWith("latency-p95"));
    assert.deepEqual(latency?.inputs.dimensions, {
      LoadBalancer: "app/edge/0123456789abcdef",
      TargetGroup: "targetgroup/record-service-tg/0123456789abcdef",
    });
  });

  it("puts the six cost tags on each taggable child", async () => {
    const untagged = [AWS.rolePolicy, AWS.rolePolicyAttachment, AWS.scalingPolicy, AWS.scheduledAction] as string[];
    const args = publicArgs({ offHours: OFF_HOURS, deployment: { strategy: "canary" } });
    const { resources } = await record(args);
    for (const { type, name, inputs, custom } of resources) {
      if (!custom || untagged.includes(type)) continue;
      const tags = inputs.tags as Record<string, string> | undefined;
      for (const [key, value] of Object.entries(TAGS)) assert.equal(tags?.[key], value, `${name} lacks ${key}`);
    }
  });

  it("registers itself under its public type and name", async () => {
    const recording = await record(internalArgs());
    assert.equal(resourceOf(recording, COMPONENTS.service).name, "record-service");
  });
});
