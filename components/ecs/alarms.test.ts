import assert from "node:assert/strict";
import { runningFloor } from "./alarm-defaults.ts";
import { alarmArgs, rollbackAlarmNames } from "./alarms.ts";
import type { ServiceArgs } from "./args.ts";
import { normalise } from "./normalise.ts";
import { internalArgs, OFF_HOURS, publicArgs } from "./test-world.ts";

const kinds = (args: ServiceArgs) => normalise(args).alarms.kinds;
const wiring = { loadBalancerArnSuffix: "app/edge/1", targetGroupArnSuffixes: ["targetgroup/a/1"] };
const twoGroups = { ...wiring, targetGroupArnSuffixes: ["targetgroup/a/1", "targetgroup/b/2"] };

interface Query {
  id: string;
  expression?: string;
  metric?: { metricName: string; dimensions: Record<string, string> };
}

describe("alarms", () => {
  it("are chosen so that none repeats what autoscaling does", () => {
    assert.deepEqual(kinds(internalArgs()), ["tasks-missing", "memory-high", "errors-5xx"]);
    assert.deepEqual(kinds(publicArgs()), ["tasks-missing", "memory-high", "errors-5xx", "latency-p95"]);
    const fixed = internalArgs({ replicas: { min: 2, max: 2 } });
    assert.deepEqual(kinds(fixed), ["tasks-missing", "memory-high", "cpu-high", "errors-5xx"]);
    assert.deepEqual(kinds(internalArgs({ serviceConnect: null })), ["tasks-missing", "memory-high"]);
  });

  it("pitfall 4: notice a Spot shortage by the free CPU metric, and no data at all", () => {
    const alarm = alarmArgs(normalise(internalArgs()), "tasks-missing", wiring);
    assert.deepEqual(
      [alarm.namespace, alarm.metricName, alarm.statistic, alarm.period],
      ["AWS/ECS", "CPUUtilization", "SampleCount", 60],
    );
    assert.deepEqual([alarm.comparisonOperator, alarm.threshold], ["LessThanThreshold", 2]);
    assert.equal(alarm.treatMissingData, "breaching");
    assert.deepEqual(alarm.dimensions, { ClusterName: "pyairtable-prod", ServiceName: "record-service" });
  });

  it("count no missing tasks where there may be none", () => {
    assert.equal(runningFloor(normalise(internalArgs({ offHours: OFF_HOURS }))), 0);
    assert.equal(runningFloor(normalise(internalArgs({ offHours: { ...OFF_HOURS, replicas: 1 } }))), 1);
    const external = internalArgs({ replicas: { min: 0, max: 4 }, scaling: { ownedBy: "external" } });
    assert.ok(!kinds(external).includes("tasks-missing"));
  });

  it("pitfall 30: roll a deployment back on what users feel, never on counts of tasks or utilisation", () => {
    assert.deepEqual(rollbackAlarmNames(normalise(publicArgs())), [
      "pyairtable-prod-record-service-errors-5xx",
      "pyairtable-prod-record-service-latency-p95",
    ]);
    assert.deepEqual(rollbackAlarmNames(normalise(internalArgs())), ["pyairtable-prod-record-service-errors-5xx"]);
    assert.deepEqual(rollbackAlarmNames(normalise(internalArgs({ alarms: { rollback: false } }))), []);
  });

  it("share of 5xx: of the target group where public, of Service Connect where internal", () => {
    const open = alarmArgs(normalise(publicArgs()), "errors-5xx", wiring).metricQueries as unknown as Query[];
    assert.deepEqual(
      open.map((query) => query.metric?.dimensions ?? query.expression),
      [
        { LoadBalancer: "app/edge/1", TargetGroup: "targetgroup/a/1" },
        { LoadBalancer: "app/edge/1", TargetGroup: "targetgroup/a/1" },
        "IF((FILL(requests0, 0)) >= 20, 100 * (FILL(errors0, 0)) / (FILL(requests0, 0)), 0)",
      ],
    );
    const inner = alarmArgs(normalise(internalArgs()), "errors-5xx", wiring).metricQueries as unknown as Query[];
    assert.deepEqual(
      inner.slice(0, 2).map((query) => query.metric?.dimensions),
      [{ TargetDiscoveryName: "prod-record-service" }, { DiscoveryName: "prod-record-service" }],
    );
  });

  it("watch both target groups where traffic shifts between them", () => {
    const record = normalise(publicArgs({ deployment: { strategy: "blue-green" } }));
    const errors = alarmArgs(record, "errors-5xx", twoGroups).metricQueries as unknown as Query[];
    assert.equal(errors.length, 5);
    const latency = alarmArgs(record, "latency-p95", twoGroups).metricQueries as unknown as Query[];
    assert.equal(latency.at(-1)?.expression, "MAX([FILL(latency0, 0), FILL(latency1, 0)])");
  });

  it("measure latency in seconds and stay quiet on few requests", () => {
    const alarm = alarmArgs(normalise(publicArgs()), "latency-p95", wiring);
    assert.deepEqual([alarm.threshold, alarm.extendedStatistic], [0.5, "p95"]);
    assert.equal(alarm.evaluateLowSampleCountPercentiles, "ignore");
    assert.equal(alarm.treatMissingData, "notBreaching");
  });

  it("fire on 3 of 5 minutes of errors, on 10 of 15 minutes of memory or CPU, each at its own threshold", () => {
    const record = normalise(internalArgs({ alarms: { memoryPercent: 85, cpuPercent: 95, errorPercent: 2 } }));
    const told = (["errors-5xx", "memory-high", "cpu-high"] as const).map((kind) => {
      const alarm = alarmArgs(record, kind, wiring);
      return [alarm.metricName, alarm.threshold, alarm.datapointsToAlarm, alarm.evaluationPeriods, alarm.period];
    });
    assert.deepEqual(told, [
      [undefined, 2, 3, 5, undefined],
      ["MemoryUtilization", 85, 2, 3, 300],
      ["CPUUtilization", 95, 2, 3, 300],
    ]);
  });

  it("tell the topic of trouble and of its end, where there is one", () => {
    const record = normalise(internalArgs());
    const told = alarmArgs(record, "memory-high", { ...wiring, topicArn: "arn:topic" });
    assert.deepEqual([told.alarmActions, told.okActions], [["arn:topic"], ["arn:topic"]]);
    assert.deepEqual(alarmArgs(record, "memory-high", wiring).alarmActions, []);
  });
});
