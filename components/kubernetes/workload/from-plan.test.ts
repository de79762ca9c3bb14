import assert from "node:assert/strict";
import { ADD_ON_NAMES, type KubernetesPlan, type Plan, type ServicePlan } from "@pyairtable/plan";
import { fromPlan } from "./from-plan.ts";
import { normalise } from "./normalise.ts";
import type { PlanWiring } from "./plan-wiring.ts";
import { onKubernetes, serviceOf, servicePlan, smallPlan } from "./test-plan.ts";
import { LABEL } from "./test-world.ts";

const ACCOUNT = { accountId: "111122223333", clusterName: "shop-prod" };
const plan = smallPlan();
const without = (...names: string[]): Pick<KubernetesPlan, "addOns"> => ({
  addOns: Object.fromEntries(
    ADD_ON_NAMES.map((name) => [name, { enabled: !names.includes(name), why: "a test" }]),
  ) as KubernetesPlan["addOns"],
});
const recordIn = (ofPlan: Plan, name: string, wiring: PlanWiring = {}) =>
  normalise(fromPlan(serviceOf(ofPlan, name), ofPlan, wiring));
const alone = (service: ServicePlan, over: Partial<KubernetesPlan> = {}) => smallPlan(over, [service]);

describe("fromPlan", () => {
  it("carries every decision of the plan into the record", () => {
    const service = serviceOf(plan, "gateway");
    const record = recordIn(plan, "gateway");
    assert.deepEqual([record.service, record.namespace, record.domain], ["gateway", "shop-access", "access"]);
    assert.deepEqual(record.container.requests, service.kubernetes?.requests);
    assert.deepEqual([record.container.port, record.container.healthPath], [8001, "/health/ready"]);
    assert.equal(record.container.startupSeconds, 25);
    assert.deepEqual(record.container.variables, { LOG_DROP_HEALTH_CHECKS: "true", ...service.environment });
    assert.deepEqual(record.drain, {
      lbWaitSeconds: 30,
      inFlightSeconds: 30,
      gracePeriodSeconds: 75,
      preStopSeconds: 5,
    });
    assert.deepEqual(record.autoscaler, service.kubernetes?.autoscaler);
    assert.deepEqual(record.disruption, service.kubernetes?.disruption);
    assert.equal(record.placement.priorityClass, "pyairtable-critical");
    assert.deepEqual(record.placement.capacity, { kind: "spread", label: LABEL, bothExist: true });
    assert.deepEqual(record.tags, service.tags);
    assert.equal(recordIn(plan, "invoices").rollout.minimumHealthyPercent, 0);
  });

  it("takes every service of the plan without a problem, in each mode", () => {
    for (const mode of ["eks", "existing"] as const)
      for (const { name } of plan.services) assert.doesNotThrow(() => recordIn(smallPlan({ mode }), name));
  });

  it("refuses a service that is elsewhere: our bug, not the user's", () => {
    assert.throws(() => fromPlan(servicePlan("x", "sales", 8200, { kubernetes: null }), plan), /does not run/);
  });

  it("holds critical services of production even over zones, others as may be", () => {
    assert.deepEqual(recordIn(plan, "gateway").placement.zones, { count: 3, required: true });
    assert.equal(recordIn(plan, "invoices").placement.zones.required, false);
    assert.equal(recordIn({ ...plan, production: false }, "gateway").placement.zones.required, false);
  });

  it("knows that both kinds of node can be made on EKS, and not elsewhere", () => {
    assert.equal(recordIn(smallPlan({ mode: "existing" }), "gateway").placement.capacity.bothExist, false);
  });

  it("gives images the account's registry on EKS, and what is wired elsewhere", () => {
    const image = (ofPlan: Plan, wiring: PlanWiring) => recordIn(ofPlan, "basket", wiring).container.image;
    assert.equal(image(plan, ACCOUNT), "111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/basket:1.0.0");
    assert.equal(image(plan, {}), "shop/basket:1.0.0");
    assert.equal(image(smallPlan({ mode: "existing" }), ACCOUNT), "shop/basket:1.0.0");
    assert.equal(image(smallPlan({ mode: "existing" }), { registry: "r.example" }), "r.example/shop/basket:1.0.0");
  });

  it("bounds the vertical autoscaler by the namespace's limits, and needs its add-on", () => {
    assert.deepEqual(recordIn(plan, "gateway").vertical?.bounds, {
      minCpuMillicores: 125,
      maxCpuMillicores: 400,
      minMemoryMiB: 256,
      maxMemoryMiB: 1024,
    });
    assert.equal(recordIn(smallPlan(without("vertical-pod-autoscaler")), "gateway").vertical, null);
  });

  it("keeps secrets by External Secrets and scrapes by the operator, where they are", () => {
    assert.equal(recordIn(plan, "basket").container.secretStore, "platform");
    assert.equal(recordIn(plan, "basket", { secretStore: "vault" }).container.secretStore, "vault");
    assert.equal(recordIn(smallPlan(without("external-secrets")), "basket").container.secretStore, null);
    assert.deepEqual(recordIn(plan, "basket").metrics, { path: "/metrics", intervalSeconds: 30 });
    assert.equal(recordIn(smallPlan(without("prometheus-operator")), "basket").metrics, null);
  });

  it("routes public services by the cluster's class, at the edge's domain", () => {
    const { route, network } = recordIn(plan, "gateway");
    assert.deepEqual(route, { host: "shop.example", paths: ["/api/*"], ingressClass: "nginx", annotations: {} });
    assert.deepEqual(network.ingressSource, { namespace: "ingress-nginx" });
    assert.equal(recordIn(plan, "basket").route, null);
    assert.equal(recordIn(smallPlan({ ingressClass: null }), "gateway").route, null);
    const alb = recordIn(smallPlan({ ingressClass: "alb" }), "gateway");
    assert.equal(alb.route?.annotations["alb.ingress.kubernetes.io/group.name"], "shop-prod");
    assert.deepEqual(alb.network.ingressSource, { cidrs: ["10.40.0.0/16"] });
  });

  it("asks where an unknown class calls from", () => {
    const mine = smallPlan({ ingressClass: "mine" });
    assert.throws(() => recordIn(mine, "gateway"), /workload.wiring/);
    assert.doesNotThrow(() => recordIn(mine, "gateway", { ingressSource: { namespace: "mine" } }));
  });

  it("names queues by the account's URL, by what is wired, or by name", () => {
    const urls = (wiring: PlanWiring) => fromPlan(serviceOf(plan, "invoices"), plan, wiring).wiring?.queueUrls;
    assert.deepEqual(urls(ACCOUNT), { invoice: "https://sqs.eu-west-1.amazonaws.com/111122223333/shop-prod-invoice" });
    assert.deepEqual(urls({ ...ACCOUNT, queueUrls: { invoice: "https://q" } }), { invoice: "https://q" });
    assert.deepEqual(urls({}), {});
  });

  it("sends spans where a collector is wired, and may reach it", () => {
    const collector = { service: "collector", namespace: "monitoring", port: 4318 };
    const { container, network } = recordIn(plan, "basket", { collector });
    assert.equal(container.variables.OTEL_EXPORTER_OTLP_ENDPOINT, "http://collector.monitoring.svc:4318");
    assert.ok(network.callees.some((callee) => callee.service === "collector" && callee.port === 4318));
    const without = recordIn(plan, "basket");
    assert.equal(without.container.variables.OTEL_EXPORTER_OTLP_ENDPOINT, undefined);
    assert.ok(!without.network.callees.some(({ service }) => service === "collector"));
  });

  it("makes a role only on EKS and for what is allowed", () => {
    const basket = [{ sid: "Read", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::files/*"] }];
    const wiring = { ...ACCOUNT, statements: { basket } };
    assert.deepEqual(recordIn(plan, "basket", wiring).identity?.statements, basket);
    assert.equal(recordIn(plan, "gateway", wiring).identity, null);
    assert.equal(recordIn(plan, "basket", ACCOUNT).identity, null);
    assert.equal(recordIn(smallPlan({ mode: "existing" }), "basket", wiring).identity, null);
  });
});

describe("the network of the plan", () => {
  it("has a caller for each callee, by name and port", () => {
    const { callers, callees } = recordIn(plan, "basket").network;
    assert.deepEqual(callers, [{ service: "gateway", namespace: "shop-access" }]);
    assert.deepEqual(callees, [{ service: "prices", namespace: "shop-sales", port: 8102 }]);
  });

  it("leaves out what runs elsewhere", () => {
    const services = [...plan.services, servicePlan("old", "sales", 8200, { calls: ["basket"], kubernetes: null })];
    assert.equal(recordIn(smallPlan({}, services), "basket").network.callers.length, 1);
  });

  it("opens what the data needs name, and no more", () => {
    const stores = (name: string, wiring?: PlanWiring) => recordIn(plan, name, wiring).network.stores;
    const cidrs = ["10.40.0.0/16"];
    assert.deepEqual(stores("basket"), [
      { name: "postgres", port: 5432, cidrs },
      { name: "redis", port: 6379, cidrs },
    ]);
    assert.deepEqual(stores("gateway"), []);
    assert.deepEqual(stores("basket", { storeCidrs: ["10.41.0.0/24"] })[0]?.cidrs, ["10.41.0.0/24"]);
  });

  it("keeps SQS inside where an interface endpoint does, never S3", () => {
    const network = { ...plan.network, interfaceEndpoints: ["sqs"] };
    const stores = (name: string, ofPlan: Plan) => recordIn(ofPlan, name).network.stores;
    assert.deepEqual(stores("prices", plan), [{ name: "sqs", port: 443, cidrs: ["0.0.0.0/0"] }]);
    assert.deepEqual(stores("prices", { ...plan, network }), [{ name: "sqs", port: 443, cidrs: ["10.40.0.0/16"] }]);
    assert.deepEqual(stores("invoices", { ...plan, network }), [{ name: "s3", port: 443, cidrs: ["0.0.0.0/0"] }]);
  });

  it("opens the internet to those named, with their reason", () => {
    const open = servicePlan("solo", "sales", 8300, { internet: "asks the identity provider" });
    assert.deepEqual(recordIn(alone(open), "solo").network.internet, { why: "asks the identity provider" });
    assert.equal(recordIn(plan, "basket").network.internet, null);
  });

  it("takes an on-demand service for what it is", () => {
    const service = servicePlan("solo", "sales", 8300, {
      kubernetes: onKubernetes("sales", { capacity: { kind: "on-demand", why: "its floor" } }),
    });
    assert.equal(recordIn(alone(service), "solo").placement.capacity.kind, "on-demand");
  });
});
