import assert from "node:assert/strict";
import type { CustomResourceOptions } from "@pulumi/pulumi";
import { recordProgram, resourceOf, resourcesOf } from "../shared/test-mocks.ts";
import type { ServiceArgs } from "./args.ts";
import { Service } from "./service.ts";
import { AWS, internalArgs, OFF_HOURS, publicArgs, WORLD } from "./test-world.ts";
import type { ServiceTransform } from "./transform.ts";

const READ = { sid: "Read", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::files/*"] };

/** Options each child is made with, by child and logical name; mocks don't show them. */
async function optionsOf(args: ServiceArgs): Promise<Record<string, CustomResourceOptions>> {
  const seen: Record<string, CustomResourceOptions> = {};
  const note = (_: unknown, opts: CustomResourceOptions, name: string) => {
    seen[name] = opts;
  };
  const transform: ServiceTransform = { service: note, scalingTarget: note, listenerRule: note, taskDefinition: note };
  await recordProgram(WORLD, false, () => new Service("s", { ...args, transform }));
  return seen;
}

describe("Service: transforms and options", () => {
  it("lets each child be changed before it is made", async () => {
    const touched: string[] = [];
    const touch = (_: unknown, __: unknown, name: string) => {
      touched.push(name);
    };
    const transform: ServiceTransform = {
      securityGroup: touch,
      egressRule: touch,
      logGroup: touch,
      executionRole: touch,
      executionPolicy: touch,
      taskRole: touch,
      taskPolicy: touch,
      infrastructureRole: touch,
      infrastructurePolicy: touch,
      taskDefinition: touch,
      targetGroup: touch,
      listenerRule: touch,
      service: touch,
      scalingTarget: touch,
      scalingPolicy: touch,
      scheduledAction: touch,
      alarm: touch,
    };
    const taskStatements = [READ];
    const deployment = { strategy: "linear" } as const;
    const args = publicArgs({ offHours: OFF_HOURS, deployment, taskStatements, transform });
    const { resources } = await recordProgram(WORLD, false, () => new Service("s", args));
    assert.deepEqual(
      touched.sort(),
      resources
        .filter(({ custom }) => custom)
        .map(({ name }) => name)
        .sort(),
    );
  });

  it("applies what a transform changes or returns", async () => {
    const transform: ServiceTransform = {
      logGroup: (args) => {
        args.retentionInDays = 400;
      },
      service: (args, opts) => ({ args: { ...args, platformVersion: "LATEST" }, opts }),
    };
    const recording = await recordProgram(WORLD, false, () => new Service("s", internalArgs({ transform })));
    assert.equal(resourceOf(recording, AWS.logGroup).inputs.retentionInDays, 400);
    assert.equal(resourceOf(recording, AWS.service).inputs.platformVersion, "LATEST");
  });

  it("pitfall 7: ignores desiredCount where something else moves it, and only there", async () => {
    const ignored = async (args: ServiceArgs) => (await optionsOf(args))["s-service"]?.ignoreChanges;
    assert.deepEqual(await ignored(internalArgs()), ["desiredCount"]);
    assert.deepEqual(await ignored(internalArgs({ replicas: { min: 1, max: 1 }, offHours: OFF_HOURS })), [
      "desiredCount",
    ]);
    const external = internalArgs({ replicas: { min: 0, max: 4 }, scaling: { ownedBy: "external" } });
    assert.deepEqual(await ignored(external), ["desiredCount"]);
    assert.deepEqual(await ignored(internalArgs({ replicas: { min: 1, max: 1 } })), []);
  });

  it("pitfall 26: leaves the bounds to the schedule where there is one, and only there", async () => {
    const ignored = async (args: ServiceArgs) => (await optionsOf(args))["s-scaling"]?.ignoreChanges;
    assert.deepEqual(await ignored(internalArgs({ offHours: OFF_HOURS })), ["minCapacity", "maxCapacity"]);
    assert.deepEqual(await ignored(internalArgs()), []);
  });

  it("leaves rule weights to ECS where it shifts traffic, and only there", async () => {
    const rolling = await optionsOf(publicArgs());
    assert.equal(rolling["s-rule"]?.ignoreChanges, undefined);
    const shifting = await optionsOf(publicArgs({ deployment: { strategy: "blue-green" } }));
    assert.deepEqual(shifting["s-rule"]?.ignoreChanges, ["actions"]);
    assert.deepEqual(shifting["s-test-rule"]?.ignoreChanges, ["actions"]);
  });

  it("starts tasks only after their log, grants, rules and alarms, and scales only what is there", async () => {
    const seen = await optionsOf(publicArgs({ taskStatements: [READ] }));
    const before = (name: string) => [seen[name]?.dependsOn ?? []].flat().map((one) => one.constructor.name);
    assert.deepEqual(before("s-task"), ["LogGroup"]);
    assert.deepEqual(before("s-service").sort(), [
      "ListenerRule",
      "MetricAlarm",
      "MetricAlarm",
      "MetricAlarm",
      "MetricAlarm",
      "RolePolicy",
      "RolePolicy",
      "SecurityGroupEgressRule",
    ]);
    assert.deepEqual(before("s-scaling"), ["Service"]);
  });

  it("makes room before a replacement, since the service's name is fixed", async () => {
    assert.equal((await optionsOf(internalArgs()))["s-service"]?.deleteBeforeReplace, true);
  });

  it("keeps the frozen plan as it was", async () => {
    const tags = Object.freeze({ ...internalArgs().tags });
    const transform: ServiceTransform = {
      alarm: (args) => {
        (args.tags as Record<string, string>).Extra = "1";
      },
    };
    const recording = await recordProgram(WORLD, false, () => new Service("s", internalArgs({ tags, transform })));
    for (const alarm of resourcesOf(recording, AWS.alarm))
      assert.equal((alarm.inputs.tags as { Extra?: string }).Extra, "1");
    assert.equal("Extra" in tags, false);
  });
});
