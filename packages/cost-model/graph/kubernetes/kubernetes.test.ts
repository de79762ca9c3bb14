import assert from "node:assert/strict";
import { costLabels } from "@pyairtable/kubernetes-facts";
import { costTags } from "@pyairtable/plan";
import { priceGraph } from "../../index.ts";
import { resource } from "../../test/resource.ts";
import { architectureOf, capacityOf } from "./capacity.ts";
import { quantity } from "./quantity.ts";

const labels = costLabels(
  costTags({ project: "pyairtable", environment: "prod", service: "api", owner: "team-x", costCenter: "cc-1" }),
);
const ours = (...graph: ReturnType<typeof resource>[]) => priceGraph(graph, "us-east-1", { nodes: "ours" });
const requests = (cpu: string, memory: string) => ({ resources: { requests: { cpu, memory } } });
const deployment = (podSpec: object, spec: object = {}, metadata: object = { name: "api", labels }) =>
  resource("kubernetes:apps/v1:Deployment", "api", { metadata, spec: { ...spec, template: { spec: podSpec } } });

describe("Kubernetes in the graph", () => {
  /** Type, properties, USD a month by hand. */
  const cases: [string, Record<string, unknown>, number][] = [
    ["aws:eks/nodeGroup:NodeGroup", { instanceTypes: ["m7g.large"], scalingConfig: { desiredSize: 2 } }, 2 * 62.29],
    ["aws:eks/nodeGroup:NodeGroup", { instanceTypes: ["t4g.medium"], diskSize: 20 }, 26.13],
    ["aws:eks/addon:Addon", { addonName: "vpc-cni" }, 0],
    ["aws:sqs/queue:Queue", {}, 0.05],
    ["aws:cloudwatch/logGroup:LogGroup", { name: "/aws/eks/prod/cluster", retentionInDays: 30 }, 10.09],
    ["kubernetes:core/v1:PersistentVolumeClaim", { spec: { resources: { requests: { storage: "50Gi" } } } }, 4],
    ["kubernetes:core/v1:Service", { spec: { type: "LoadBalancer" } }, 18.62 + 7.3],
    ["kubernetes:core/v1:Service", { spec: { type: "ClusterIP" } }, 0],
    ["kubernetes:networking.k8s.io/v1:Ingress", {}, 19.35 + 7.3],
    ["kubernetes:core/v1:ConfigMap", {}, 0],
  ];
  for (const [type, props, usd] of cases) {
    it(`${type} ${JSON.stringify(props)} costs ${usd}`, () => {
      const { monthlyUsd, unpriced } = ours(resource(type, "x", props));
      assert.equal(monthlyUsd, Math.round(usd * 100) / 100);
      assert.deepEqual(unpriced, []);
    });
  }

  it("costs nothing but shows its shadow where the nodes are somebody else's", () => {
    const graph = [
      deployment({ containers: [requests("250m", "512Mi")] }, { replicas: 1 }),
      resource("kubernetes:networking.k8s.io/v1:Ingress", "x", {}),
      resource("kubernetes:core/v1:PersistentVolumeClaim", "x", {}),
      resource("kubernetes:external-secrets.io/v1:ExternalSecret", "x", {
        spec: { data: [{ remoteRef: { key: "a" } }] },
      }),
    ];
    const cost = priceGraph(graph, "us-east-1");
    assert.equal(cost.monthlyUsd, 0);
    // x86, on demand: the dear case of a pod that says nothing.
    assert.deepEqual(cost.shadow, { monthlyUsd: 10.5, services: { api: 10.5 } });
    assert.deepEqual(cost.unpriced, []);
  });

  it("knows the service of a pod by its label, and leaves add-ons to the system nodes", () => {
    const pod = { containers: [requests("250m", "512Mi")] };
    assert.deepEqual(Object.keys(ours(deployment(pod, { replicas: 1 })).services), ["api"]);
    assert.equal(ours(deployment(pod, { replicas: 2 }, { name: "keda" })).monthlyUsd, 0);
  });

  it("adds sidecars to what a pod requests", () => {
    const sidecar = { ...requests("250m", "512Mi"), restartPolicy: "Always" };
    const init = requests("8", "64Gi");
    const pod = { containers: [requests("250m", "512Mi")], initContainers: [sidecar, init] };
    const twice = { containers: [requests("0.5", "1Gi")] };
    assert.equal(ours(deployment(pod)).monthlyUsd, ours(deployment(twice)).monthlyUsd);
  });

  it("says what it cannot price", () => {
    const { unpriced } = ours(
      deployment({ containers: [{}] }),
      resource("aws:eks/addon:Addon", "a", { addonName: "kubecost_kubecost" }),
      resource("aws:eks/nodeGroup:NodeGroup", "g", { instanceTypes: ["m7g.large"], capacityType: "SPOT" }),
    );
    assert.deepEqual(
      unpriced.map(({ why }) => why),
      [
        "no CPU and memory requests that are known",
        "no price of add-on kubecost_kubecost",
        "no price of Spot nodes outside Karpenter",
      ],
    );
  });

  it("lets Ingresses of a group share a load balancer, which nobody's label owns", () => {
    const annotations = { "alb.ingress.kubernetes.io/group.name": "shared" };
    const ingress = (name: string, metadata: object) =>
      resource("kubernetes:networking.k8s.io/v1:Ingress", name, { metadata: { labels, ...metadata } });
    const { services } = ours(ingress("a", { annotations }), ingress("b", { annotations }), ingress("own", {}));
    assert.deepEqual(services, { api: 26.65, platform: 26.65 });
  });

  it("reads a preview in which values are not known yet", () => {
    const unknown = new Proxy(
      {},
      {
        get() {
          throw new Error("unknown during preview");
        },
      },
    );
    const props = { metadata: { name: "api", labels }, spec: { template: { spec: unknown } } };
    const cost = ours(resource("kubernetes:apps/v1:Deployment", "api", props));
    assert.equal(cost.unpriced.length, 1);
  });
});

describe("where a pod may run", () => {
  const label = "karpenter.sh/capacity-type";
  const must = (key: string, ...values: string[]) => ({
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [{ matchExpressions: [{ key, operator: "In", values }] }],
        },
      },
    },
  });
  const may = (value: string) => ({
    affinity: {
      nodeAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          { weight: 1, preference: { matchExpressions: [{ key: label, operator: "In", values: [value] }] } },
        ],
      },
    },
  });
  it("is read from selector, affinity and spread; on demand and x86 where nothing is said", () => {
    assert.equal(capacityOf({}), "on-demand");
    assert.equal(capacityOf(may("spot")), "spot");
    assert.equal(capacityOf(must(label, "on-demand")), "on-demand");
    assert.equal(capacityOf(must(label, "spot")), "spot");
    assert.equal(capacityOf(must(label, "spot", "on-demand")), "on-demand");
    assert.equal(capacityOf({ nodeSelector: { "eks.amazonaws.com/capacityType": "SPOT" } }), "spot");
    assert.equal(capacityOf({ topologySpreadConstraints: [{ topologyKey: label }], ...may("spot") }), "spread");
    assert.equal(architectureOf({}), "x86_64");
    assert.equal(architectureOf(must("kubernetes.io/arch", "arm64")), "arm64");
    assert.equal(architectureOf(must("kubernetes.io/arch", "arm64", "amd64")), "x86_64");
  });
});

describe("quantity", () => {
  it("reads what Kubernetes writes", () => {
    for (const [text, base] of [
      ["250m", 0.25],
      ["1", 1],
      [2, 2],
      ["1.5Gi", 1.5 * 2 ** 30],
      ["1k", 1000],
    ] as const) {
      assert.equal(quantity(text), base);
    }
    for (const wrong of ["", "1 Gi", "-1", undefined, null, "1GiB"]) assert.equal(quantity(wrong), null);
  });
});
