import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";
import type { Plan } from "@pyairtable/plan";
import { onKubernetes, sampleKubernetes, samplePlan, sampleService } from "../../spot-risk/test/sample-plan.ts";
import { explain, pricePlan, SHARED } from "../index.ts";

const secrets = [{ variable: "KEY", secretName: "pods/key" }];
const route = { paths: ["/a"], priority: 1 };
const onEcs = sampleService("tasks");
const pods = sampleService("pods", {
  ...onKubernetes("pods", "spot", { replicas: { min: 1, max: 1 } }),
  secrets,
  route,
});
const planOf = (change: Partial<Plan>, ...services: Plan["services"]) => samplePlan(services, change);
const eks = { kubernetes: sampleKubernetes("eks") };
const existing = { kubernetes: sampleKubernetes("existing") };

describe("pricePlan with Kubernetes", () => {
  it("charges the control plane, its key, logs and queue, and the system nodes", () => {
    const { shared } = pricePlan(planOf(eks, onEcs));
    // 73 + key 1 + 20 GB in 10 and 20 × 15% × 30 days kept 0.09 + queue 0.05.
    assert.equal(shared.kubernetesControlPlane.plannedUsd, 84.14);
    // 2 × (730 × 0.0336 + 34 × 0.08)
    assert.equal(shared.kubernetesSystemNodes.plannedUsd, 2 * (24.53 + 2.72));
    assert.equal(shared.kubernetesIngress.plannedUsd, 0);
    assert.match(shared.kubernetesSystemNodes.why, /2 t4g\.medium/);
  });

  it("charges pods for their share of nodes, without logs and alarms of ECS", () => {
    const { services, shadowUsd } = pricePlan(planOf(eks, pods));
    const { parts } = services.pods!;
    assert.deepEqual(parts, { onDemandCompute: 0, spotCompute: 3.56, logs: 0, alarms: 0, secrets: 0.4 });
    assert.equal(shadowUsd, 0);
    assert.equal(explain(planOf(eks, pods), "pods").at(0)?.unit, "vCPU-hour");
  });

  it("makes neither load balancer nor ECS cluster where all run on EKS, but the network", () => {
    const { edge, cluster } = samplePlan([]);
    const rich = { edge: { ...edge, waf: true }, cluster: { ...cluster, containerInsights: "enabled" as const } };
    const { shared } = pricePlan(planOf({ ...eks, ...rich }, pods));
    assert.equal(shared.loadBalancer.plannedUsd + shared.waf.plannedUsd + shared.containerInsights.plannedUsd, 0);
    assert.equal(shared.publicIpv4.plannedUsd, 3.65);
    // 32.85 and 1 GB of one pod.
    assert.equal(shared.nat.plannedUsd, 32.9);
    assert.equal(shared.loadBalancer.why, "no service runs on ECS");
  });

  it("charges one load balancer for an Ingress class", () => {
    const { shared } = pricePlan(planOf({ kubernetes: sampleKubernetes("eks", { ingressClass: "alb" }) }, pods));
    assert.equal(shared.kubernetesIngress.plannedUsd, 19.35 + 3 * 3.65);
  });

  it("puts what an existing cluster carries on no bill, but says what it would cost and that it is no saving", () => {
    const cost = pricePlan(planOf(existing, pods));
    assert.equal(cost.plannedUsd, 0);
    assert.equal(cost.shadowUsd, 3.56);
    assert.equal(cost.services.pods?.shadowUsd, 3.56);
    assert.match(cost.assumptions[0] ?? "", /1 services run on a cluster that another bill pays for.*3\.56 USD/);
    assert.equal(cost.shared.nat.why, "nothing runs in a VPC of ours");
    assert.equal(pricePlan(planOf(existing, onEcs, pods)).shared.nat.plannedUsd, 32.9);
  });

  it("keeps the price of ECS services as it was, and sums to the cent", () => {
    const alone = pricePlan(planOf({}, onEcs)).services.tasks;
    const cost = pricePlan(planOf(eks, onEcs, pods));
    assert.deepEqual(cost.services.tasks, alone);
    const cents = (usd: number) => Math.round(usd * 100);
    const all = [...Object.values(cost.services), ...Object.values(cost.shared)];
    assert.equal(
      all.reduce((sum, { plannedUsd }) => sum + cents(plannedUsd), 0),
      cents(cost.plannedUsd),
    );
    const lines = ["tasks", "pods", SHARED].flatMap((name) => explain(planOf(eks, onEcs, pods), name));
    assert.equal(
      lines.reduce((sum, { usd }) => sum + cents(usd), 0),
      cents(cost.plannedUsd),
    );
  });

  it("says what a smaller discount of EC2 Spot would cost, beside Fargate's", () => {
    const { assumptions } = pricePlan(planOf(eks, onEcs, pods));
    assert.match(assumptions[0] ?? "", /^Fargate Spot costs 70% less/);
    // 3.34 without the disk, at 60% less; 5.01 at 40% less.
    assert.match(assumptions[1] ?? "", /^EC2 Spot costs 60% less.*at 40% less the plan costs 1\.67 USD/);
    assert.ok(assumptions.some((sentence) => sentence.includes("buys 1.28 of a node")));
    assert.ok(!pricePlan(planOf({}, onEcs)).assumptions.some((sentence) => sentence.includes("EKS")));
  });

  it("refuses system nodes without a price and names those that have one", () => {
    const nodes = { system: { instanceType: "x2gd.large", count: 2 }, pools: [] };
    assert.throws(
      () => pricePlan(planOf({ kubernetes: sampleKubernetes("eks", { nodes }) }, pods)),
      (error) => error instanceof UserError && /"x2gd\.large"[\s\S]*m7g\.large/.test(error.message),
    );
  });
});
