import assert from "node:assert/strict";
import type { Resource } from "@pulumi/pulumi";
import { ADD_ON_NAMES, type AddOnName } from "@pyairtable/plan";
import { type Recording, recordProgram, resourceOf, resourcesOf } from "../../shared/test-mocks.ts";
import { smallPlan } from "../workload/test-plan.ts";
import { AddOns } from "./add-ons.ts";
import type { AddOnsArgs } from "./add-ons-args.ts";
import { gitOpsFromPlan } from "./argo-cd/from-plan.ts";
import { assertRefused } from "./test-refusals.ts";
import { AWS, at, COMPONENTS, CUSTOM, K8S, WORLD } from "./test-world.ts";

const CLUSTER = { accountId: "111122223333", clusterName: "shop-prod" };
const ONLY = (...names: AddOnName[]) =>
  Object.fromEntries(ADD_ON_NAMES.map((name) => [name, { enabled: names.includes(name), why: "a test" }])) as Record<
    AddOnName,
    { enabled: boolean; why: string }
  >;
const plan = smallPlan();
const SHOP = { repository: "https://git.example.com/shop/deploy", revision: "prod", services: ["prices"] };
const argoCd = { host: "argocd.example.com", ...gitOpsFromPlan(plan, { "team-shop": SHOP }) };

const record = (over: Partial<AddOnsArgs> = {}, preview = false) =>
  recordProgram(WORLD, preview, () => new AddOns("add-ons", { plan, cluster: CLUSTER, argoCd, ...over }));
const made = ({ resources }: Pick<Recording<unknown>, "resources">) =>
  Object.entries(COMPONENTS)
    .filter(([, token]) => resources.some(({ type }) => type === token))
    .map(([key]) => key)
    .sort();

describe("AddOns", () => {
  it("makes every add-on that the plan has on", async () => {
    assert.deepEqual(made(await record()), Object.keys(COMPONENTS).sort());
  });

  const EACH: readonly (readonly [AddOnName, string])[] = [
    ["argo-cd", "argoCd"],
    ["external-secrets", "externalSecrets"],
    ["keda", "keda"],
    ["metrics-server", "metricsServer"],
    ["network-policy-baseline", "networkPolicyBaseline"],
    ["prometheus-operator", "prometheusOperator"],
    ["vertical-pod-autoscaler", "verticalPodAutoscaler"],
  ];
  for (const [name, component] of EACH)
    it(`makes ${name} alone where only that is on, and nothing of it where it is off`, async () => {
      assert.deepEqual(made(await record({ plan: smallPlan({ addOns: ONLY(name) }) })), ["addOns", component]);
      const others = ADD_ON_NAMES.filter((other) => other !== name);
      assert.ok(!made(await record({ plan: smallPlan({ addOns: ONLY(...others) }) })).includes(component));
    });

  it("makes nothing where Kubernetes is off", async () => {
    assert.deepEqual(made(await record({ plan: smallPlan({ mode: "off" }) })), ["addOns"]);
  });

  it("makes types before what is made of them (pitfall 20)", async () => {
    const { resources } = await record();
    const first = (name: string) => resources.findIndex((resource) => resource.name === name);
    const before = (a: string, b: string) => {
      assert.ok(first(a) >= 0 && first(b) >= 0, `${a}, ${b}`);
      assert.ok(first(a) < first(b), `${a} before ${b}`);
    };
    before("add-ons-prometheus-operator-release", "add-ons-vpa-metrics-vpa-recommender");
    before("add-ons-metrics-server-eks-add-on", "add-ons-vpa-recommender");
    before("add-ons-external-secrets-release", "add-ons-external-secrets-store");
    before("add-ons-keda-release", "add-ons-argo-cd-release");
    before("add-ons-argo-cd-release", "add-ons-argo-cd-application-prices");
  });

  it("hands on what a service's objects depend on, and who owns what", async () => {
    const { result } = await record();
    assert.equal(result.secretStore, "platform");
    assert.deepEqual(result.gitOpsServices, ["prices"]);
    const types = result.ready.map((resource: Resource & { __pulumiType?: string }) => resource.__pulumiType);
    for (const token of [AWS.addon, K8S.crd, K8S.release, CUSTOM.clusterSecretStore]) assert.ok(types.includes(token));
  });

  it("on EKS takes Amazon's metrics-server, and gives roles for the plan's secrets and queues", async () => {
    const recording = await record();
    assert.equal(resourceOf(recording, AWS.addon).inputs.clusterName, "shop-prod");
    const policies = resourcesOf(recording, AWS.rolePolicy).map(({ inputs }) => String(inputs.policy));
    assert.ok(policies.some((policy) => policy.includes("secret:shop/prod/basket-??????")));
    assert.ok(policies.some((policy) => policy.includes("arn:aws:sqs:eu-west-1:111122223333:shop-prod-invoice")));
    const store = resourceOf(recording, CUSTOM.clusterSecretStore).inputs;
    assert.deepEqual(at(store, "spec", "conditions"), [{ namespaces: ["shop-sales"] }]);
  });

  it("lets the store read what monitoring on the cluster needs, for its namespace", async () => {
    const watched = smallPlan({}, undefined, { kubernetes: "stack" });
    const recording = await record({ plan: watched });
    const policies = resourcesOf(recording, AWS.rolePolicy).map(({ inputs }) => String(inputs.policy));
    for (const name of ["alerting/slack-webhook", "monitoring/grafana-admin"])
      assert.ok(
        policies.some((policy) => policy.includes(`secret:shop/prod/${name}-??????`)),
        name,
      );
    const store = resourceOf(recording, CUSTOM.clusterSecretStore).inputs;
    assert.deepEqual(at(store, "spec", "conditions"), [{ namespaces: ["monitoring", "shop-sales"] }]);
  });

  it("in a cluster that is there makes nothing on AWS, closes no foreign namespace, and takes the owner's store", async () => {
    const existing = smallPlan({ mode: "existing" });
    const recording = await record({ plan: existing, cluster: undefined });
    assert.ok(!recording.resources.some(({ type }) => type.startsWith("aws:")));
    assert.equal(recording.result.secretStore, null);
    assert.ok(
      !resourcesOf(recording, K8S.networkPolicy).some(
        ({ inputs }) => at(inputs, "metadata", "namespace") === "default",
      ),
    );
    assert.equal(resourcesOf(recording, K8S.apiService).length, 1);
    const provider = { gcpsm: { projectID: "p" } };
    const secretStore = { kind: "provider", provider, serviceAccountTokens: true, namespaces: ["shop-sales"] } as const;
    const own = await record({ plan: existing, cluster: undefined, secretStore });
    assert.equal(own.result.secretStore, "platform");
  });

  it("gives policies and monitors by the plan", async () => {
    const bare = await record({ plan: smallPlan({ addOns: ONLY("vertical-pod-autoscaler", "keda") }) });
    assert.equal(resourcesOf(bare, K8S.networkPolicy).length, 0);
    assert.equal(resourcesOf(bare, CUSTOM.serviceMonitor).length, 0);
    const full = await record();
    assert.ok(resourcesOf(full, K8S.networkPolicy).length > 10);
    assert.equal(resourcesOf(full, CUSTOM.serviceMonitor).length, 3);
  });

  it("lets a person say more of one add-on", async () => {
    const recording = await record({
      verticalPodAutoscaler: { reach: "recommend" },
      metricsServer: { install: { kind: "manifests" } },
    });
    assert.equal(resourcesOf(recording, K8S.mutatingWebhook).length, 0);
    assert.equal(resourcesOf(recording, AWS.addon).length, 0);
  });

  it("is the same in preview", async () => {
    const names = ({ resources }: Pick<Recording<unknown>, "resources">) =>
      resources.map(({ name, type }) => `${type} ${name}`).sort();
    assert.deepEqual(names(await record({}, true)), names(await record()));
  });

  it("refuses EKS without its cluster, and Argo CD with nothing to deploy", () => {
    const make = (over: Partial<AddOnsArgs>) => () =>
      new AddOns("add-ons", { plan, cluster: CLUSTER, argoCd, ...over });
    assertRefused(make({ cluster: undefined, argoCd: undefined }), "argo-cd", "cluster");
    assertRefused(make({ plan: smallPlan({ version: "1.30" }) }), "kubernetes-version");
  });
});
