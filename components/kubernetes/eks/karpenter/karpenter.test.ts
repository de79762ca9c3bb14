import assert from "node:assert/strict";
import type { EventRuleArgs } from "@pulumi/aws/cloudwatch/eventRule.js";
import type { CustomResourceOptions, Unwrap } from "@pulumi/pulumi";
import { COST_TAG_KEYS } from "@pyairtable/plan";
import { recordProgram, resourceOf, resourcesOf } from "../../../shared/test-mocks.ts";
import { recordEdges } from "../test-edges.ts";
import { AWS, KUBERNETES, TAGS, WORLD } from "../test-world.ts";
import type { KarpenterArgs } from "./args.ts";
import type { KarpenterValues } from "./chart-values.ts";
import { clusterWithKarpenter } from "./test-args.ts";

const record = (over: Partial<KarpenterArgs> = {}, preview = false) =>
  recordProgram(WORLD, preview, () => clusterWithKarpenter(over));
const edges = () => recordEdges(WORLD, () => clusterWithKarpenter());
const ofKarpenter = ({ name }: { name: string }) => name.startsWith("karpenter-");
const release = async (name: string, over: Partial<KarpenterArgs> = {}) => {
  const found = resourcesOf(await record(over), KUBERNETES.release).find(({ inputs }) => inputs.name === name);
  return found?.inputs as {
    values: KarpenterValues;
    chart: string;
    version: string;
    atomic: boolean;
    skipCrds?: boolean;
  };
};

describe("Karpenter", () => {
  it("pitfall 15: hears of interruptions through a queue that forgets after five minutes", async () => {
    const recording = await record();
    const queue = resourceOf(recording, AWS.queue).inputs;
    assert.deepEqual([queue.messageRetentionSeconds, queue.sqsManagedSseEnabled], [300, true]);
    const { values } = await release("karpenter");
    assert.equal(values.settings.interruptionQueue, queue.name);
    const kinds = resourcesOf(recording, AWS.eventRule).map(({ inputs }) => {
      const { eventPattern } = inputs as unknown as Unwrap<EventRuleArgs>;
      return JSON.parse(eventPattern!)["detail-type"][0];
    });
    assert.deepEqual(kinds.sort(), [
      "AWS Health Event",
      "EC2 Instance Rebalance Recommendation",
      "EC2 Instance State-change Notification",
      "EC2 Spot Instance Interruption Warning",
    ]);
    assert.equal(resourcesOf(recording, AWS.eventTarget).length, 4);
  });

  it("lets exactly its rules send, and nobody without TLS", async () => {
    const [send, deny] = JSON.parse(String(resourceOf(await record(), AWS.queuePolicy).inputs.policy)).Statement;
    assert.deepEqual(send.Principal, { Service: "events.amazonaws.com" });
    assert.equal(send.Condition.ArnEquals["aws:SourceArn"].length, 4);
    assert.deepEqual([deny.Effect, deny.Condition], ["Deny", { Bool: { "aws:SecureTransport": "false" } }]);
  });

  it("never runs beside a node termination handler", async () => {
    const charts = resourcesOf(await record(), KUBERNETES.release).map(({ inputs }) => inputs.chart);
    assert.equal(charts.length, 2);
    assert.ok(charts.every((chart) => !String(chart).includes("termination-handler")));
  });

  it("runs the controller twice on system nodes, never on its own, with a budget and a high priority", async () => {
    const { values } = await release("karpenter");
    assert.equal(values.replicas, 2);
    assert.deepEqual(values.podDisruptionBudget, { name: "karpenter", maxUnavailable: 1 });
    assert.equal(values.priorityClassName, "system-cluster-critical");
    assert.equal(values.nodeSelector["pyairtable.io/node-group"], "system");
    assert.deepEqual(values.tolerations, [{ key: "CriticalAddonsOnly", operator: "Exists" }]);
    assert.equal((await release("karpenter", { systemNodes: 1 })).values.replicas, 1);
  });

  it("tells it the region, since it cannot reach instance metadata", async () => {
    const { values } = await release("karpenter");
    assert.deepEqual(values.controller.env, [{ name: "AWS_REGION", value: "us-east-1" }]);
  });

  it("makes a ServiceMonitor only where asked", async () => {
    assert.equal((await release("karpenter")).values.serviceMonitor.enabled, false);
    assert.equal((await release("karpenter", { serviceMonitor: true })).values.serviceMonitor.enabled, true);
  });

  it("pitfall 20: installs its types by a release of their own, which leaves them when it goes", async () => {
    const [crds, controller] = [await release("karpenter-crd"), await release("karpenter")];
    assert.equal(crds.version, controller.version);
    assert.equal(controller.skipCrds, true);
    assert.deepEqual([crds.atomic, controller.atomic], [true, true]);
    assert.deepEqual(crds.values, { additionalAnnotations: { "helm.sh/resource-policy": "keep" } });
  });

  it("lets its nodes join as EC2, by an instance profile made here", async () => {
    const recording = await record();
    const [node] = resourcesOf(recording, AWS.accessEntry).filter(ofKarpenter);
    assert.equal(node?.inputs.type, "EC2_LINUX");
    const { spec } = resourceOf(recording, KUBERNETES.nodeClass).inputs as { spec: { instanceProfile: string } };
    assert.equal(spec.instanceProfile, "karpenter-node");
    const role = resourcesOf(recording, AWS.role).find(({ name }) => name === "karpenter-node-role");
    assert.equal(role?.inputs.name, "pyairtable-prod-karpenter-node");
  });

  it("gives its rights to one service account of this cluster", async () => {
    const recording = await record();
    const { namespace, serviceAccount } = resourceOf(recording, AWS.podIdentity).inputs;
    const role = resourcesOf(recording, AWS.role).find(({ name }) => name === "karpenter-controller-role");
    const trust = JSON.parse(String(role?.inputs.assumeRolePolicy)).Statement[0].Condition.StringEquals;
    assert.equal(trust["aws:RequestTag/kubernetes-namespace"], namespace);
    assert.equal(trust["aws:RequestTag/kubernetes-service-account"], serviceAccount);
  });

  it("speaks to the cluster through the provider it was given", async () => {
    for (const { type, provider, name } of (await record()).resources)
      if (type.startsWith("kubernetes:")) assert.match(provider, /::kubernetes::/, name);
  });

  it("has rights, queue and types before the controller, the controller before class and pools", async () => {
    const { waitsFor } = await edges();
    for (const earlier of ["controller-policy", "controller-identity", "node-access", "queue-policy", "crds"])
      assert.ok(waitsFor("karpenter-controller", `karpenter-${earlier}`), earlier);
    for (const earlier of ["spot-interruption-target", "node-role-worker"])
      assert.ok(waitsFor("karpenter-controller", `karpenter-${earlier}`), earlier);
    assert.ok(waitsFor("karpenter-node-class", "karpenter-controller"));
    for (const pool of ["spot", "on-demand"]) assert.ok(waitsFor(`karpenter-pool-${pool}`, "karpenter-node-class"));
    assert.ok(waitsFor("karpenter-node-access", "eks-system"));
  });

  it("pitfall 27: goes pools first, then class, controller, types, rights, and the system nodes last", async () => {
    const { deletionOrder, waitsFor } = await edges();
    const order = deletionOrder();
    const steps = [
      "karpenter-pool-spot",
      "karpenter-node-class",
      "karpenter-controller",
      "karpenter-crds",
      "kubernetes",
      "eks-system",
      "eks-vpc-cni",
      "eks-cluster",
    ];
    // Each step by its edges, not by the luck of one order.
    for (const [index, later] of steps.slice(0, -1).entries())
      assert.ok(waitsFor(later, steps[index + 1]!), `${later} goes before ${steps[index + 1]}`);
    assert.deepEqual(
      steps.map((name) => order.indexOf(name)),
      steps.map((name) => order.indexOf(name)).toSorted((a, b) => a - b),
    );
    for (const still of ["karpenter-controller-policy", "karpenter-node", "karpenter-node-access", "karpenter-queue"])
      assert.ok(waitsFor("karpenter-node-class", still), `${still} outlives the nodes`);
  });

  it("pitfall 27: waits longer for pools and class to go than a drain may take", async () => {
    const seen: (string | undefined)[] = [];
    const look = (_: unknown, opts: CustomResourceOptions) => {
      seen.push(opts.customTimeouts?.delete, String(opts.retainOnDelete));
    };
    await record({ drainMinutes: 40, transform: { nodePool: look, nodeClass: look } });
    assert.deepEqual(seen, Array.from({ length: 3 }, () => ["55m", "undefined"]).flat());
  });

  it("makes the same in preview, with its rights known", async () => {
    const names = ({ resources }: { resources: readonly { name: string }[] }) =>
      resources.map(({ name }) => name).sort();
    const preview = await record({}, true);
    assert.deepEqual(names(preview), names(await record()));
    for (const { inputs, name } of resourcesOf(preview, AWS.rolePolicy).filter(ofKarpenter))
      assert.equal(typeof inputs.policy, "string", name);
    const { spec } = resourceOf(preview, KUBERNETES.nodeClass).inputs as { spec: { subnetSelectorTerms: unknown[] } };
    assert.equal(spec.subnetSelectorTerms.length, 3);
  });

  it("is paid for by name: everything of AWS that takes tags has the six", async () => {
    const untagged = new Set<string>([AWS.eventTarget, AWS.queuePolicy, AWS.rolePolicy, AWS.rolePolicyAttachment]);
    for (const { type, name, inputs } of (await record()).resources.filter(ofKarpenter)) {
      if (!type.startsWith("aws:") || untagged.has(type)) continue;
      for (const key of COST_TAG_KEYS) assert.equal((inputs.tags as Record<string, string>)[key], TAGS[key], name);
    }
  });

  it("is 23 resources with two pools, as its README counts them", async () => {
    const { resources } = await record();
    assert.equal(resources.filter(({ custom, name }) => custom && ofKarpenter({ name })).length, 5 + 10 + 3 + 2 + 3);
  });

  it("lets each child be changed before it is made", async () => {
    const touched: string[] = [];
    const touch = (_: unknown, __: unknown, name: string) => {
      touched.push(name);
    };
    const aws = [
      "nodeRole",
      "nodePolicyAttachment",
      "instanceProfile",
      "nodeAccess",
      "queue",
      "queuePolicy",
      "eventRule",
    ];
    const rest = [
      "eventTarget",
      "controllerRole",
      "controllerPolicy",
      "podIdentity",
      "crds",
      "controller",
      "nodeClass",
    ];
    const transform = Object.fromEntries([...aws, ...rest, "nodePool"].map((key) => [key, touch]));
    const { resources } = await record({ transform });
    const made = resources.filter(({ custom, name }) => custom && ofKarpenter({ name })).map(({ name }) => name);
    assert.deepEqual(touched.sort(), made.sort());
  });
});
