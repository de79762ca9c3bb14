import assert from "node:assert/strict";
import type { ServiceArgs } from "./args.ts";
import { scalingPolicies, scalingTargetArgs, scheduledActions } from "./autoscaling.ts";
import { normalise } from "./normalise.ts";
import { internalArgs, OFF_HOURS, publicArgs } from "./test-world.ts";

const metric = { loadBalancerArnSuffix: "app/edge/1", targetGroupArnSuffix: "targetgroup/a/1" };
const policies = (args: ServiceArgs) => scalingPolicies(normalise(args), metric);
const bounds = (args: ServiceArgs) =>
  Object.fromEntries(scheduledActions(normalise(args)).map(({ key, args }) => [key, args.scalableTargetAction]));

describe("autoscaling", () => {
  it("keeps the count of tasks within the replicas", () => {
    const target = scalingTargetArgs(normalise(internalArgs()));
    assert.deepEqual([target.minCapacity, target.maxCapacity], [2, 6]);
    assert.equal(target.resourceId, "service/pyairtable-prod/record-service");
  });

  it("tracks CPU and memory, and requests where asked", () => {
    assert.deepEqual(
      policies(internalArgs()).map(({ key }) => key),
      ["cpu", "memory"],
    );
    const scaling = { requestsPerMinute: 600, memoryPercent: null };
    assert.deepEqual(
      policies(publicArgs({ scaling })).map(({ key }) => key),
      ["cpu", "requests"],
    );
  });

  it("goes out quickly and in slowly", () => {
    const [cpu] = policies(internalArgs());
    assert.deepEqual(cpu?.args.targetTrackingScalingPolicyConfiguration, {
      predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
      targetValue: 60,
      scaleOutCooldown: 60,
      scaleInCooldown: 300,
    });
  });

  it("forecasts by choice", () => {
    const [, , forecast] = policies(internalArgs({ scaling: { predictive: "forecast-only" } }));
    assert.equal(forecast?.args.policyType, "PredictiveScaling");
    const configuration = forecast?.args.predictiveScalingPolicyConfiguration as { mode: string } | undefined;
    assert.equal(configuration?.mode, "ForecastOnly");
  });

  it("pitfall 26: sleeps at zero with both bounds, and wakes with both", () => {
    assert.deepEqual(bounds(internalArgs({ offHours: OFF_HOURS })), {
      sleep: { minCapacity: 0, maxCapacity: 0 },
      wake: { minCapacity: 2, maxCapacity: 6 },
    });
    const [sleep] = scheduledActions(normalise(internalArgs({ offHours: OFF_HOURS })));
    assert.deepEqual([sleep?.args.schedule, sleep?.args.timezone], [OFF_HOURS.sleepCron, "America/New_York"]);
  });

  it("keeps room for an evening's load where a task stays up, unless nothing could bring it down", () => {
    const dozing = { ...OFF_HOURS, replicas: 1 };
    assert.deepEqual(bounds(internalArgs({ offHours: dozing })).sleep, { minCapacity: 1, maxCapacity: 6 });
    const fixed = internalArgs({ offHours: dozing, replicas: { min: 3, max: 3 } });
    assert.deepEqual(bounds(fixed).sleep, { minCapacity: 1, maxCapacity: 1 });
  });

  it("does nothing where the size is fixed or another owns it", () => {
    assert.deepEqual(policies(internalArgs({ replicas: { min: 2, max: 2 } })), []);
    assert.deepEqual(policies(internalArgs({ scaling: { ownedBy: "external" } })), []);
    assert.deepEqual(bounds(internalArgs()), {});
  });
});
