import assert from "node:assert/strict";
import type { Properties } from "../../values.ts";
import { readiness } from "./readiness.ts";

function object(
  type: string,
  spec: Properties,
  status: Properties,
  metadata: Properties = { generation: 2 },
): Properties {
  const [apiVersion, kind] = [type.slice(0, type.lastIndexOf("/")), type.slice(type.lastIndexOf("/") + 1)];
  return { apiVersion, kind, metadata, spec, status };
}

const condition = (type: string, status: string, message = ""): Properties => ({
  conditions: [{ type, status, message }],
});
const DONE = { observedGeneration: 2, replicas: 2, updatedReplicas: 2, availableReplicas: 2, readyReplicas: 2 };
const TWO = { replicas: 2 };

describe("readiness", () => {
  const cases: [string, Properties, boolean, RegExp][] = [
    ["a deployment", object("apps/v1/Deployment", TWO, DONE), true, /available/],
    [
      "one whose controller lags",
      object("apps/v1/Deployment", TWO, { ...DONE, observedGeneration: 1 }),
      false,
      /to see/,
    ],
    [
      "one with a pod missing",
      object("apps/v1/Deployment", TWO, { ...DONE, availableReplicas: 1 }),
      false,
      /1 of 2 pods/,
    ],
    [
      "one rolling out",
      object("apps/v1/Deployment", TWO, { ...DONE, replicas: 3, updatedReplicas: 1 }),
      false,
      /1 of the new.*1 more/,
    ],
    ["one scaled to nothing", object("apps/v1/Deployment", { replicas: 0 }, { observedGeneration: 2 }), true, /0 of 0/],
    ["one without replicas", object("apps/v1/Deployment", {}, { ...DONE }), false, /2 of 1/],
    ["a stateful set", object("apps/v1/StatefulSet", TWO, DONE), true, /ready/],
    [
      "one with a pod not ready",
      object("apps/v1/StatefulSet", TWO, { ...DONE, readyReplicas: 0 }),
      false,
      /0 of 2 pods ready/,
    ],
    [
      "one of an old version",
      object("apps/v1/StatefulSet", TWO, { ...DONE, updatedReplicas: 1 }),
      false,
      /1 of the new/,
    ],
    [
      "one that waits for deletions",
      object(
        "apps/v1/StatefulSet",
        { replicas: 2, updateStrategy: { type: "OnDelete" } },
        { ...DONE, updatedReplicas: 1 },
      ),
      true,
      /ready/,
    ],
    [
      "a daemon set",
      object(
        "apps/v1/DaemonSet",
        {},
        { observedGeneration: 2, desiredNumberScheduled: 3, updatedNumberScheduled: 3, numberAvailable: 2 },
      ),
      false,
      /2 of 3 nodes/,
    ],
    ["a job at work", object("batch/v1/Job", {}, { active: 1 }), false, /0 runs done, 1 at work/],
    ["a job that is done", object("batch/v1/Job", {}, condition("Complete", "True")), true, /runs/],
    ["a suspended job", object("batch/v1/Job", { suspend: true }, {}), true, /runs/],
    ["a pod that starts", object("v1/Pod", {}, { phase: "Pending" }), false, /Pending/],
    ["a pod that is ready", object("v1/Pod", {}, { phase: "Running", ...condition("Ready", "True") }), true, /Running/],
    ["a service", object("v1/Service", {}, {}), true, /^$/],
    ["a service that wants an address", object("v1/Service", { type: "LoadBalancer" }, {}), false, /load balancer/],
    [
      "one that has it",
      object("v1/Service", { type: "LoadBalancer" }, { loadBalancer: { ingress: [{ ip: "192.0.2.1" }] } }),
      true,
      /./,
    ],
    ["an ingress without one", object("networking.k8s.io/v1/Ingress", {}, {}), false, /ingress controller/],
    ["a namespace", object("v1/Namespace", {}, { phase: "Active" }), true, /Active/],
    ["a quota not counted yet", object("v1/ResourceQuota", { hard: { pods: "1" } }, {}), false, /quota controller/],
    ["a quota", object("v1/ResourceQuota", { hard: { pods: "1" } }, { hard: { pods: "1" } }), true, /./],
    [
      "a definition",
      object("apiextensions.k8s.io/v1/CustomResourceDefinition", {}, condition("Established", "True")),
      true,
      /./,
    ],
    ["one not served yet", object("apiextensions.k8s.io/v1/CustomResourceDefinition", {}, {}), false, /Established/],
    ["a kind without a rule", object("example.dev/v1/Widget", {}, {}), true, /^$/],
    ["a bound claim", object("v1/PersistentVolumeClaim", {}, { phase: "Lost" }), false, /Bound or Pending, it is Lost/],
  ];
  for (const [title, thing, ready, waitingFor] of cases) {
    it(`of ${title}`, () => {
      const found = readiness(thing);
      assert.equal(found.ready, ready);
      assert.match(found.waitingFor, waitingFor);
      assert.equal(found.failed, undefined);
    });
  }

  const failures: [string, Properties, RegExp][] = [
    [
      "a deployment past its deadline",
      object("apps/v1/Deployment", TWO, {
        ...DONE,
        availableReplicas: 0,
        ...condition("Progressing", "False", "has timed out"),
      }),
      /has timed out/,
    ],
    ["a job", object("batch/v1/Job", {}, condition("Failed", "True", "backoff limit")), /backoff limit/],
    ["a pod", object("v1/Pod", {}, { phase: "Failed", message: "evicted" }), /evicted/],
    [
      "a definition",
      object(
        "apiextensions.k8s.io/v1/CustomResourceDefinition",
        {},
        condition("NamesAccepted", "False", "widgets is taken"),
      ),
      /taken/,
    ],
  ];
  for (const [title, thing, failed] of failures) {
    it(`gives up on ${title}`, () => assert.match(readiness(thing).failed ?? "", failed));
  }

  it("does not give up on an earlier version's deadline", () => {
    const status = { ...DONE, observedGeneration: 1, ...condition("Progressing", "False") };
    assert.equal(readiness(object("apps/v1/Deployment", TWO, status)).failed, undefined);
  });

  it("follows the object's own condition", () => {
    const waiting = (expression: string): Properties => ({ annotations: { "pulumi.com/waitFor": expression } });
    const pool = (expression: string): Properties =>
      object("karpenter.sh/v1/NodePool", {}, condition("Ready", "False"), waiting(expression));
    assert.deepEqual(readiness(pool("condition=Ready")), { ready: false, waitingFor: "condition Ready to be True" });
    assert.equal(readiness(pool("condition=Ready=False")).ready, true);
  });
});
