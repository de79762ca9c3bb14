import assert from "node:assert/strict";
import { disruptionBudgetManifest } from "./disruption-budget.ts";
import { horizontalAutoscalerManifest } from "./horizontal-autoscaler.ts";
import { normalise } from "./normalise.ts";
import { scaledObjectManifest, triggerAuthenticationManifest } from "./scaled-object.ts";
import { fullArgs, internalArgs, QUEUE_WORKER, recordOf, workerArgs } from "./test-world.ts";
import { verticalAutoscalerManifest } from "./vertical-autoscaler.ts";

const HPA = { ...QUEUE_WORKER, kind: "hpa", minReplicas: 2, queues: [], windows: [] } as const;

describe("HorizontalPodAutoscaler", () => {
  const spec = horizontalAutoscalerManifest(recordOf({ autoscaler: HPA })).spec;

  it("watches CPU, and memory where the vertical one leaves it", () => {
    const watched = (memoryPercent: number | null) =>
      horizontalAutoscalerManifest(recordOf({ autoscaler: { ...HPA, memoryPercent } })).spec.metrics.map(
        ({ resource }) => [resource.name, resource.target.averageUtilization],
      );
    assert.deepEqual(watched(80), [
      ["cpu", 75],
      ["memory", 80],
    ]);
    assert.deepEqual(watched(null), [["cpu", 75]]);
  });

  it("scales the service's Deployment within its bounds", () => {
    assert.deepEqual(spec.scaleTargetRef, { apiVersion: "apps/v1", kind: "Deployment", name: "record-service" });
    assert.deepEqual([spec.minReplicas, spec.maxReplicas], [2, 4]);
  });

  it("answers a step in load at the next sync, whatever its height", () => {
    const { scaleUp } = spec.behavior;
    assert.equal(scaleUp.stabilizationWindowSeconds, 0);
    assert.ok(scaleUp.policies.some(({ type, value }) => type === "Pods" && value >= 4));
    assert.ok(scaleUp.policies.every(({ periodSeconds }) => periodSeconds <= 15));
  });

  it("shrinks after five calm minutes, by half at most", () => {
    const { scaleDown } = spec.behavior;
    assert.equal(scaleDown.stabilizationWindowSeconds, 300);
    assert.deepEqual(scaleDown.policies, [{ type: "Percent", value: 50, periodSeconds: 60 }]);
  });
});

describe("ScaledObject", () => {
  const record = normalise(workerArgs());
  const spec = scaledObjectManifest(record, { region: "us-east-1", urls: {} }).spec as {
    minReplicaCount: number;
    maxReplicaCount: number;
    fallback?: { replicas: number; behavior: string };
    advanced: { horizontalPodAutoscalerConfig: { name: string; behavior: unknown } };
    triggers: { type: string; metadata: Record<string, string>; metricType?: string; authenticationRef?: object }[];
  };

  it("has one trigger for CPU, memory, each queue and each window", () => {
    assert.deepEqual(
      spec.triggers.map(({ type, metricType }) => [type, metricType]),
      [
        ["cpu", "Utilization"],
        ["memory", "Utilization"],
        ["aws-sqs-queue", undefined],
        ["cron", undefined],
      ],
    );
    assert.ok(spec.triggers.flatMap(({ metadata }) => Object.values(metadata)).every((v) => typeof v === "string"));
  });

  it("reads a queue by its URL where there is one, with KEDA's role", () => {
    assert.deepEqual(spec.triggers[2]?.metadata, { queueURL: "report", queueLength: "30", awsRegion: "us-east-1" });
    assert.deepEqual(spec.triggers[2]?.authenticationRef, { name: "report-builder" });
    const urls = { report: "https://sqs.us-east-1.amazonaws.com/111122223333/report" };
    assert.match(JSON.stringify(scaledObjectManifest(record, { region: "us-east-1", urls })), /111122223333\/report/);
    assert.deepEqual(triggerAuthenticationManifest(record)?.spec, { podIdentity: { provider: "aws" } });
  });

  it("sleeps to zero and wakes by the clock", () => {
    assert.deepEqual([spec.minReplicaCount, spec.maxReplicaCount], [0, 4]);
    assert.deepEqual(spec.triggers[3]?.metadata, {
      timezone: "America/New_York",
      start: "0 7 * * 1,2,3,4,5",
      end: "0 20 * * 1,2,3,4,5",
      desiredReplicas: "1",
    });
  });

  it("keeps the one HorizontalPodAutoscaler under the service's name, with the same behaviour", () => {
    const config = spec.advanced.horizontalPodAutoscalerConfig;
    assert.equal(config.name, "report-builder");
    assert.deepEqual(config.behavior, horizontalAutoscalerManifest(record).spec.behavior);
  });

  it("goes on working where a queue cannot be read, and says so only where one counts", () => {
    assert.deepEqual(spec.fallback?.behavior, "currentReplicasIfHigher");
    const clock = recordOf({ autoscaler: { ...QUEUE_WORKER, minReplicas: 2, queues: [] } });
    const manifest = scaledObjectManifest(clock, { region: undefined, urls: {} });
    assert.ok(!("fallback" in manifest.spec));
    assert.equal(triggerAuthenticationManifest(clock), null);
    assert.equal(triggerAuthenticationManifest(recordOf()), null);
  });
});

describe("VerticalPodAutoscaler", () => {
  const specOf = (over: object) =>
    verticalAutoscalerManifest(normalise(fullArgs(over)))?.spec as {
      updatePolicy: { updateMode: string; minReplicas: number };
      resourcePolicy: {
        containerPolicies: { controlledResources: string[]; minAllowed: object; maxAllowed: object }[];
      };
    };

  it("is made only where asked for", () => {
    assert.equal(verticalAutoscalerManifest(recordOf()), null);
  });

  it("bounds what it controls, from half to twice the request", () => {
    const [both] = specOf({}).resourcePolicy.containerPolicies;
    assert.deepEqual(both?.minAllowed, { cpu: "250m", memory: "512Mi" });
    assert.deepEqual(both?.maxAllowed, { cpu: "1", memory: "2Gi" });
    const vertical = { updateMode: "InPlaceOrRecreate", resources: ["memory"] };
    const [memory] = specOf({ vertical }).resourcePolicy.containerPolicies;
    assert.deepEqual([memory?.controlledResources, memory?.maxAllowed], [["memory"], { memory: "2Gi" }]);
  });

  it("pitfall 33: acts on a service with one pod", () => {
    const one = { replicas: { min: 1, max: 2 }, disruption: { kind: "none", why: "one replica may be moved" } };
    assert.equal(specOf(one).updatePolicy.minReplicas, 1);
    assert.equal(specOf({}).updatePolicy.minReplicas, 2);
  });
});

describe("PodDisruptionBudget", () => {
  it("never lets an unready pod hold a drain back", () => {
    const budget = disruptionBudgetManifest(recordOf());
    assert.equal(budget?.spec.unhealthyPodEvictionPolicy, "AlwaysAllow");
    assert.deepEqual(budget?.spec.selector.matchLabels, { "app.kubernetes.io/name": "record-service" });
  });

  it("says floor or leave, and why", () => {
    const floor = { kind: "min-available", pods: 1, why: "half stays up" } as const;
    const budget = disruptionBudgetManifest(recordOf({ disruption: floor }));
    assert.deepEqual(Object.entries(budget!.spec).at(-1), ["minAvailable", 1]);
    assert.ok(!("maxUnavailable" in budget!.spec));
    assert.equal(budget?.metadata.annotations["pyairtable.io/why"], "half stays up");
    const leave = disruptionBudgetManifest(recordOf())!.spec;
    assert.deepEqual(Object.entries(leave).at(-1), ["maxUnavailable", 1]);
    assert.ok(!("minAvailable" in leave));
  });

  it("is not made where a service may be moved", () => {
    assert.equal(disruptionBudgetManifest(normalise(workerArgs())), null);
  });
});

describe("the owner of the replica count", () => {
  it("is an HPA at 70% CPU where nothing is said", () => {
    const { autoscaler } = normalise(internalArgs());
    assert.deepEqual([autoscaler.kind, autoscaler.cpuPercent, autoscaler.memoryPercent], ["hpa", 70, null]);
    assert.deepEqual([autoscaler.minReplicas, autoscaler.maxReplicas], [2, 6]);
  });
});
