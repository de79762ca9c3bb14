import assert from "node:assert/strict";
import { CustomResourceDefinition } from "@pulumi/kubernetes/apiextensions/v1/customResourceDefinition.js";
import { recordProgram, resourceOf, resourcesOf } from "../../../shared/test-mocks.ts";
import { assertHardenedPod, flagsOf } from "../test-assertions.ts";
import { assertRefused } from "../test-refusals.ts";
import { at, COMMON, CUSTOM, K8S, WORLD } from "../test-world.ts";
import type { VerticalPodAutoscalerArgs } from "./args.ts";
import { VerticalPodAutoscaler } from "./vertical-pod-autoscaler.ts";

type Over = Partial<VerticalPodAutoscalerArgs>;
const make = (over: Over = {}) => new VerticalPodAutoscaler("vpa", { ...COMMON, ...over });
const record = (over: Over = {}, preview = false) => recordProgram(WORLD, preview, () => make(over));
type Recorded = Awaited<ReturnType<typeof record>>;

const deployment = (recording: Recorded, part: string) =>
  resourcesOf(recording, K8S.deployment).find(({ name }) => name === `vpa-${part}`)!;

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly resourceNames?: readonly string[];
}
const rulesOf = (recording: Recorded, account: string): readonly Rule[] =>
  [...resourcesOf(recording, K8S.clusterRole), ...resourcesOf(recording, K8S.role)]
    .filter(({ name }) => name === `vpa-vpa-${account}`)
    .flatMap(({ inputs }) => inputs.rules as Rule[]);

describe("VerticalPodAutoscaler", () => {
  it("runs all three parts, hardened, two of each, with a budget each", async () => {
    const recording = await record();
    const deployments = resourcesOf(recording, K8S.deployment);
    assert.equal(deployments.length, 3);
    for (const one of [...deployments, ...resourcesOf(recording, K8S.job)]) assertHardenedPod(one);
    assert.deepEqual(
      deployments.map(({ inputs }) => at(inputs, "spec", "replicas")),
      [2, 2, 2],
    );
    assert.equal(resourcesOf(recording, K8S.disruptionBudget).length, 3);
  });

  it("pitfall 20: keeps CRDs as resources of their own, which its objects can depend on", async () => {
    const { result, resources } = await record();
    assert.ok(result.crds.every((crd) => crd instanceof CustomResourceDefinition));
    const names = resourcesOf({ resources }, K8S.crd).map(({ inputs }) => at(inputs, "metadata", "name"));
    assert.deepEqual(names, [
      "verticalpodautoscalercheckpoints.autoscaling.k8s.io",
      "verticalpodautoscalers.autoscaling.k8s.io",
    ]);
    assert.ok(!JSON.stringify(resourcesOf({ resources }, K8S.crd)).includes('"description":"'));
  });

  it("goes only as far as told", async () => {
    const parts = async (reach: VerticalPodAutoscalerArgs["reach"]) =>
      resourcesOf(await record({ reach }), K8S.deployment).map(({ name }) => name);
    assert.deepEqual(await parts("recommend"), ["vpa-recommender"]);
    assert.deepEqual((await parts("new-pods")).sort(), ["vpa-admission-controller", "vpa-recommender"]);
    const recommending = await record({ reach: "recommend" });
    assert.equal(resourcesOf(recommending, K8S.mutatingWebhook).length, 0);
    assert.equal(resourcesOf(recommending, K8S.job).length, 0);
    assert.equal(resourcesOf(recommending, K8S.crd).length, 2);
  });

  it("elects a leader in its own namespace", async () => {
    const recording = await record({ namespace: "vpa-system" });
    for (const part of ["recommender", "updater"]) {
      const flags = flagsOf(deployment(recording, part));
      assert.ok(flags.includes("--leader-elect=true"));
      assert.ok(flags.includes("--leader-elect-resource-namespace=vpa-system"));
    }
  });

  it("pitfall 33: resizes in place where the cluster can, and says from how many replicas on", async () => {
    const gate = "--feature-gates=InPlaceOrRecreate=true";
    const current = await record();
    assert.ok(flagsOf(deployment(current, "updater")).includes(gate));
    assert.ok(flagsOf(deployment(current, "admission-controller")).includes(gate));
    assert.ok(!flagsOf(deployment(current, "recommender")).includes(gate));
    assert.ok(flagsOf(deployment(current, "updater")).includes("--min-replicas=2"));
    const older = await record({ kubernetesVersion: "1.32" });
    assert.ok(!flagsOf(deployment(older, "updater")).includes(gate));
  });

  it("writes typed settings as the flags and units the binaries take", async () => {
    const recording = await record({
      recommender: { minMemoryMiB: 32, maxMemoryMiB: 4096, marginPercent: 20, targetMemoryPercentile: 99 },
      updater: { evictionsPerSecond: null, evictionTolerancePercent: 25 },
    });
    const flags = [...flagsOf(deployment(recording, "recommender")), ...flagsOf(deployment(recording, "updater"))];
    for (const flag of [
      "--pod-recommendation-min-memory-mb=32",
      "--container-recommendation-max-allowed-memory=4Gi",
      "--recommendation-margin-fraction=0.2",
      "--target-memory-percentile=0.99",
      "--memory-aggregation-interval-count=14",
      "--eviction-rate-limit=-1",
      "--eviction-tolerance=0.25",
    ])
      assert.ok(flags.includes(flag), flag);
  });

  it("never holds a pod back, nor touches its own namespace's or kube-system's", async () => {
    const recording = await record();
    const webhook = at(resourceOf(recording, K8S.mutatingWebhook).inputs, "webhooks", 0);
    assert.equal(at(webhook, "failurePolicy"), "Ignore");
    assert.ok(Number(at(webhook, "timeoutSeconds")) <= 5);
    assert.deepEqual(at(webhook, "namespaceSelector", "matchExpressions", 0, "values"), [
      "kube-system",
      "vertical-pod-autoscaler",
    ]);
    const flags = flagsOf(deployment(recording, "admission-controller"));
    assert.ok(flags.includes("--register-webhook=false"));
    assert.ok(!flags.some((flag) => flag.startsWith("--webhook-failure-policy-fail")));
  });

  it("serves by a certificate made for the webhook's name, mounted where its flags look", async () => {
    const recording = await record();
    const [create, patch] = resourcesOf(recording, K8S.job);
    assert.ok(flagsOf(create!).includes("--host=vpa-webhook.vertical-pod-autoscaler.svc"));
    assert.ok(flagsOf(patch!).includes("--webhook-name=vpa-webhook-config"));
    const admission = deployment(recording, "admission-controller");
    const [volume] = at(admission.inputs, "spec", "template", "spec", "volumes") as object[];
    const secret = at(volume, "secret", "secretName");
    assert.ok(flagsOf(create!).includes(`--secret-name=${secret}`));
    assert.equal(
      at(admission.inputs, "spec", "template", "spec", "containers", 0, "volumeMounts", 0, "readOnly"),
      true,
    );
    assert.ok(flagsOf(admission).includes("--tls-cert-file=/etc/tls-certs/tls.crt"));
  });

  it("grants each part what it needs and no more", async () => {
    const recording = await record();
    const all = ["recommender", "updater", "admission-controller"].flatMap((part) => rulesOf(recording, part));
    for (const { apiGroups, resources, verbs } of all)
      for (const word of [...apiGroups, ...resources, ...verbs]) assert.notEqual(word, "*");
    assert.ok(!all.some(({ resources }) => resources.includes("mutatingwebhookconfigurations")));
    assert.ok(!all.some(({ resources }) => resources.includes("secrets")));
    const evicts = (part: string) =>
      rulesOf(recording, part).some(({ resources }) => resources.includes("pods/eviction"));
    assert.deepEqual([evicts("updater"), evicts("recommender"), evicts("admission-controller")], [true, false, false]);
    const leases = all.filter(({ resources }) => resources.includes("leases"));
    assert.ok(leases.every(({ verbs, resourceNames }) => resourceNames !== undefined || verbs.join() === "create"));
  });

  it("reads the scale of custom targets that were named", async () => {
    const recording = await record({ scaleTargets: [{ apiGroup: "argoproj.io", resource: "rollouts" }] });
    assert.ok(rulesOf(recording, "updater").some(({ resources }) => resources.includes("rollouts/scale")));
  });

  it("is scraped by Services of its own", async () => {
    const recording = await record({ serviceMonitor: true });
    assert.equal(resourcesOf(recording, CUSTOM.serviceMonitor).length, 3);
    assert.equal(resourcesOf(recording, K8S.service).length, 4);
    assert.equal(resourcesOf(await record(), K8S.service).length, 1);
  });

  it("is the same in preview", async () => {
    const names = ({ resources }: Recorded) => resources.map(({ name, type }) => `${type} ${name}`).sort();
    assert.deepEqual(names(await record({}, true)), names(await record()));
  });

  const BAD: readonly (readonly [string, Over, ...string[]])[] = [
    ["a cluster too old", { kubernetesVersion: "1.27" }, "kubernetes-version"],
    ["a reach that is none", { reach: "all" as never }, "reach"],
    ["a flag of another part", { flags: { recommender: { "min-replicas": 1 } } }, "flag-unknown"],
    ["a flag that an arg sets", { flags: { updater: { "min-replicas": 1 } } }, "flag-owned"],
    ["pods held back", { flags: { "admission-controller": { "webhook-failure-policy-fail": true } } }, "insecure"],
    ["open profiling", { flags: { updater: { profiling: true } } }, "insecure"],
    ["a maximum below the minimum", { recommender: { minMemoryMiB: 512, maxMemoryMiB: 256 } }, "number"],
    ["shares as fractions", { recommender: { targetCpuPercentile: 0.9 } }, "number"],
    ["a tolerance of nothing", { updater: { evictionTolerancePercent: 0 } }, "number"],
    ["a rate that no look reaches", { updater: { evictionsPerSecond: 0.1, intervalSeconds: 10 } }, "rate"],
    ["a namespace that is none", { ignoredNamespaces: ["Kube"] }, "name"],
    ["no tags", { tags: { ...COMMON.tags, CostCenter: "" } }, "tag"],
  ];
  for (const [what, over, ...codes] of BAD) it(`refuses ${what}`, () => assertRefused(() => make(over), ...codes));
});
