import assert from "node:assert/strict";
import { ADD_ON_NAMES, type AddOnName, type Plan } from "@pyairtable/plan";
import { onKubernetes, sampleKubernetes, samplePlan, sampleService } from "../../spot-risk/test/sample-plan.ts";
import type { GitOpsAddOn } from "./gitops.ts";
import { type KubernetesOutputSource, kubernetesOutputs } from "./kubernetes-outputs.ts";
import { parseKubernetes } from "./parse-kubernetes.ts";

const services = [
  sampleService("api", {
    ...onKubernetes("api", "spread", { replicas: { min: 2, max: 4 } }),
    route: { paths: ["/api/*"], priority: 1 },
  }),
  sampleService("tasks"),
  sampleService("worker", onKubernetes("worker", "spot")),
];
const namespaces = [
  {
    name: "pyairtable-records",
    domain: "records",
    owners: ["team-x"],
    quota: { cpuMillicores: 1, memoryMiB: 1, pods: 1 },
    limitRange: { defaultCpuMillicores: 1, defaultMemoryMiB: 1, maxCpuMillicores: 1, maxMemoryMiB: 1 },
  },
];
const addOns = Object.fromEntries(ADD_ON_NAMES.map((name) => [name, { version: "1.2.3", namespace: name }])) as Record<
  AddOnName,
  GitOpsAddOn
>;
const each = <T>(value: T) => Object.fromEntries(services.map(({ name }) => [name, value]));

function source(overrides: Partial<KubernetesOutputSource> = {}, plan: Partial<Plan> = {}): KubernetesOutputSource {
  const kubernetes = sampleKubernetes("eks", { namespaces, ingressClass: "alb" });
  return {
    plan: samplePlan(services, { kubernetes, ...plan }),
    eks: {
      name: "pyairtable-prod",
      endpoint: "https://x.eks.amazonaws.com",
      oidcIssuerUrl: "https://oidc.example/id/x",
    },
    addOns,
    cost: {
      baselineUsd: 616.254,
      plannedUsd: 464.741,
      shadowUsd: 0,
      services: each({ baselineUsd: 18.021, plannedUsd: 9.126, shadowUsd: 0 }),
      shared: {
        nat: { plannedUsd: 34 },
        kubernetesControlPlane: { plannedUsd: 84.14 },
        kubernetesSystemNodes: { plannedUsd: 54.5 },
      },
    },
    monitoring: { monthlyUsd: 0, doors: { collector: "http://collector.monitoring.svc:4318" }, alarmTopicArn: null },
    availability: each({ availabilityPercent: 99.9999, survivesTotalSpotLoss: true }),
    ...overrides,
  };
}
const existing = { kubernetes: sampleKubernetes("existing", { namespaces, context: "team-cluster" }) };

describe("kubernetesOutputs", () => {
  it("builds what the reader accepts, in both modes", () => {
    for (const built of [kubernetesOutputs(source()), kubernetesOutputs(source({ eks: null }, existing))]) {
      assert.deepEqual(parseKubernetes(JSON.parse(JSON.stringify(built)), "test"), built);
    }
  });

  it("holds services on Kubernetes only, each with what a caller and a network policy need", () => {
    const { services: by } = kubernetesOutputs(source());
    assert.deepEqual(Object.keys(by), ["api", "worker"]);
    assert.deepEqual(by.worker, {
      namespace: "pyairtable-records",
      dnsName: "worker.pyairtable-records.svc.cluster.local",
      url: "http://worker.pyairtable-records.svc.cluster.local:8080",
      port: 8080,
      serviceAccount: "worker",
      selectorLabels: { "app.kubernetes.io/name": "worker" },
      costCenter: "cc-1",
      owner: "team-x",
      tier: "standard",
      monthlyUsd: 9.13,
      shadowUsd: 0,
      baselineUsd: 18.02,
      availability: 99.999,
      survivesSpotLoss: true,
      spotShare: 1,
    });
    assert.equal(by.api?.spotShare, 0.5);
  });

  it("gives a public URL only where an Ingress is made", () => {
    assert.equal(kubernetesOutputs(source()).services.api?.url, "https://api.example.com");
    assert.match(kubernetesOutputs(source({ eks: null }, existing)).services.api?.url ?? "", /^http:\/\/api\./);
  });

  it("sums what the cluster costs, and passes on what another bill pays", () => {
    const { cost } = kubernetesOutputs(source());
    assert.deepEqual(cost, {
      currency: "USD",
      baselineUsd: 616.25,
      plannedUsd: 464.74,
      clusterUsd: 138.64,
      shadowUsd: 0,
      savedPercent: 24.6,
      budgetUsd: 500,
      dailyAlertUsd: 100,
    });
    const unbilled = { ...source().cost, shadowUsd: 242.881, shared: {} };
    assert.equal(kubernetesOutputs(source({ cost: unbilled, eks: null }, existing)).cost.shadowUsd, 242.88);
  });

  it("hands a GitOps tool the cluster's words, and never asks it to install what is installed", () => {
    const { gitops } = kubernetesOutputs(source({ annotations: { karpenter_queue: "pyairtable-prod" } }));
    assert.equal(gitops.labels.cluster_name, "pyairtable-prod");
    assert.equal(gitops.labels.has_argo_cd, "true");
    assert.equal(gitops.labels.kubernetes_version, "1.34");
    assert.equal(gitops.annotations.external_secrets_namespace, "external-secrets");
    assert.equal(gitops.annotations.karpenter_queue, "pyairtable-prod");
    assert.ok(Object.keys(gitops.labels).every((label) => !label.startsWith("enable_")));
    const theirs = kubernetesOutputs(source({ eks: null }, existing)).gitops;
    assert.ok(!("aws_region" in theirs.annotations) && !("cluster_name" in theirs.labels));
    assert.ok(!("has_karpenter" in theirs.labels));
  });

  it("says nothing of the version of an add-on that is off", () => {
    const { addOns: by } = kubernetesOutputs(source({ eks: null }, existing));
    assert.deepEqual(by.karpenter, { enabled: false, version: null, namespace: null });
    assert.deepEqual(by.keda, { enabled: true, version: "1.2.3", namespace: "keda" });
  });

  it("knows of an existing cluster its context and no more", () => {
    const { cluster, mode } = kubernetesOutputs(source({ eks: null }, existing));
    assert.equal(mode, "existing");
    assert.deepEqual(cluster, {
      name: null,
      region: null,
      endpoint: null,
      oidcIssuerUrl: null,
      context: "team-cluster",
      version: "1.34",
    });
  });

  it("judges availability over services on Kubernetes", () => {
    const availability = {
      ...source().availability,
      tasks: { availabilityPercent: 1, survivesTotalSpotLoss: false },
      worker: { availabilityPercent: 99.5, survivesTotalSpotLoss: false },
    };
    const { availability: summary } = kubernetesOutputs(source({ availability }));
    assert.deepEqual(summary, { lowest: 99.5, service: "worker", sloMet: false });
  });

  it("is our bug where the mode is off, or something is missing", () => {
    assert.throws(() => kubernetesOutputs(source({}, { kubernetes: sampleKubernetes("off") })), /mode is off/);
    assert.throws(() => kubernetesOutputs(source({ availability: {} })), /api is in the plan without an availability/);
    const cost = { ...source().cost, services: {} };
    assert.throws(() => kubernetesOutputs(source({ cost })), /api is in the plan without a cost/);
  });
});
