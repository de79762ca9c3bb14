import assert from "node:assert/strict";
import { exportersOf, jobOf, knownMetrics, ruleFiles, secretFiles } from "@pyairtable/monitoring";
import { type MonitoringPlanArgs, monitoringPlan, settingsOf } from "@pyairtable/monitoring/plan";
import crds from "../../kubernetes/add-ons/data/versions.json" with { type: "json" };
import type { RecordedResource } from "../../shared/test-mocks.ts";
import { type MockWorld, nothingComputed, recordProgram, resourceOf, resourcesOf } from "../../shared/test-mocks.ts";
import { Monitoring } from "../monitoring.ts";
import { clusterPlan } from "../test-plan.ts";
import { DASHBOARDS } from "../test-world.ts";
import pinned from "./data/chart.json" with { type: "json" };
import { onKubernetes } from "./on-kubernetes.ts";
import { type OnKubernetesArgs, recordOf } from "./record.ts";
import { stackValues } from "./values.ts";

const K8S = {
  configMap: "kubernetes:core/v1:ConfigMap",
  deployment: "kubernetes:apps/v1:Deployment",
  externalSecret: "kubernetes:external-secrets.io/v1:ExternalSecret",
  namespace: "kubernetes:core/v1:Namespace",
  networkPolicy: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
  probe: "kubernetes:monitoring.coreos.com/v1:Probe",
  prometheusRule: "kubernetes:monitoring.coreos.com/v1:PrometheusRule",
  release: "kubernetes:helm.sh/v3:Release",
  service: "kubernetes:core/v1:Service",
  serviceAccount: "kubernetes:core/v1:ServiceAccount",
  statefulSet: "kubernetes:apps/v1:StatefulSet",
  storageClass: "kubernetes:storage.k8s.io/v1:StorageClass",
} as const;
const types = [...Object.values(K8S), "pyairtable:monitoring:Monitoring"];
const WORLD: MockWorld = { types: Object.fromEntries(types.map((token) => [token, nothingComputed])) };
const full = clusterPlan();
const plan = { ...full, services: full.services.filter(({ kubernetes }) => kubernetes !== null) };
const monitoringOf = (args: MonitoringPlanArgs = {}) => monitoringPlan(plan, args);

const record = (args: MonitoringPlanArgs = {}, over: Partial<OnKubernetesArgs> = {}, preview = false) =>
  recordProgram(WORLD, preview, () => {
    const world = onKubernetes({ secretStore: "platform", ...over });
    return new Monitoring("watch", { plan, monitoring: monitoringOf(args), dashboards: DASHBOARDS, worlds: [world] });
  });
const valuesOf = (args: MonitoringPlanArgs = {}, over: Partial<OnKubernetesArgs> = {}) => {
  const scene = { plan, monitoring: monitoringOf(args), dashboards: {} };
  return stackValues(recordOf(scene, { secretStore: "platform", ...over }));
};
/** One value deep in plain objects. */
const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);
const specOf = (resource: RecordedResource) => resource.inputs.spec as Record<string, never>;

describe("values of kube-prometheus-stack", () => {
  it("pitfall 20: leave the types to their own release, of the same operator", async () => {
    assert.equal(at(valuesOf(), "crds", "enabled"), false);
    assert.equal(resourceOf(await record(), K8S.release).inputs.skipCrds, true);
    assert.equal(pinned.operatorVersion, crds.addOns["prometheus-operator"].appVersion);
  });
  it("pitfall 28: neither scrape a control plane that AWS runs nor alert on it", () => {
    const values = valuesOf();
    for (const part of ["kubeControllerManager", "kubeScheduler", "kubeEtcd", "kubeProxy", "kubeApiServer", "coreDns"])
      assert.equal(at(values, part, "enabled"), false, part);
    assert.equal(at(values, "defaultRules", "create"), false);
  });
  it("pitfall 18: keep by time and by size below the volume", () => {
    const monitoring = monitoringOf();
    const spec = at(valuesOf(), "prometheus", "prometheusSpec");
    assert.equal(at(spec, "retention"), `${monitoring.retentionDays}d`);
    assert.equal(at(spec, "retentionSize"), `${monitoring.retentionSizeMiB}MiB`);
    const storage = at(spec, "storageSpec", "volumeClaimTemplate", "spec", "resources", "requests", "storage");
    assert.equal(storage, `${monitoring.volumeGiB}Gi`);
  });
  it("take monitors and rules of every namespace", () => {
    for (const kind of ["serviceMonitor", "podMonitor", "probe", "rule", "scrapeConfig"])
      assert.equal(at(valuesOf(), "prometheus", "prometheusSpec", `${kind}SelectorNilUsesHelmValues`), false, kind);
  });
  it("give every job the name that rules read", () => {
    const relabelings = at(valuesOf(), "prometheus", "prometheusSpec", "scrapeClasses", 0, "relabelings") as {
      targetLabel: string;
      replacement: string;
      regex: string;
    }[];
    const given = relabelings.filter(({ targetLabel }) => targetLabel === "job").map(({ replacement }) => replacement);
    // By the chart's own monitors and by the probe's name.
    const elsewhere = ["kubelet", "kube-state-metrics", "health"];
    for (const job of exportersOf(plan).map(jobOf)) assert.ok([...given, ...elsewhere].includes(job), job);
    const services = relabelings.find(({ replacement }) => replacement === "services")!;
    assert.ok(new RegExp(`^(?:${services.regex})$`).test("shelf"));
    assert.ok(!new RegExp(`^(?:${services.regex})$`).test("shelf-2"));
  });
  it("cut kubelets and kube-state-metrics down to what rules and dashboards name", () => {
    const values = valuesOf();
    const kept = at(values, "kubelet", "serviceMonitor", "cAdvisorMetricRelabelings", 0, "regex") as string;
    assert.ok(kept.split("|").includes("container_cpu_usage_seconds_total"));
    const allowed = at(values, "kube-state-metrics", "metricAllowlist") as string[];
    const read = [...knownMetrics([])].filter((name) => name.startsWith("kube_"));
    assert.deepEqual(allowed, read.sort());
  });
  it("show what vertical autoscalers would give, under the names that rules read", () => {
    const [resource] = at(valuesOf(), "kube-state-metrics", "customResourceState", "config", "spec", "resources") as {
      metrics: { name: string }[];
    }[];
    for (const { name } of resource!.metrics) assert.ok(knownMetrics([]).has(`kube_customresource_${name}`), name);
    assert.equal(resource!.metrics.length, 2);
  });
  it("read secrets from files of one Secret, and hold none", () => {
    const config = JSON.stringify(at(valuesOf(), "alertmanager", "config"));
    for (const { path } of secretFiles(monitoringOf().alerting)) {
      const file = path.slice(path.lastIndexOf("/") + 1);
      assert.ok(config.includes(`/etc/alertmanager/secrets/alertmanager-receivers/${file}"`), file);
    }
    assert.equal(at(valuesOf(), "grafana", "adminPassword"), undefined);
    assert.equal(at(valuesOf(), "grafana", "admin", "existingSecret"), "grafana-admin");
  });
  it("keep Prometheus and Alertmanager off Spot", () => {
    const { key, spot } = plan.kubernetes.capacityLabel;
    for (const path of [
      ["prometheus", "prometheusSpec"],
      ["alertmanager", "alertmanagerSpec"],
    ] as const) {
      const terms = at(
        valuesOf(),
        ...path,
        "affinity",
        "nodeAffinity",
        "requiredDuringSchedulingIgnoredDuringExecution",
        "nodeSelectorTerms",
      );
      assert.deepEqual(terms, [{ matchExpressions: [{ key, operator: "NotIn", values: [spot] }] }]);
    }
  });
  it("run node exporter only where told why", () => {
    assert.equal(at(valuesOf(), "nodeExporter", "enabled"), false);
    assert.equal(at(valuesOf({}, { nodeExporter: { why: "disks of nodes" } }), "nodeExporter", "enabled"), true);
  });
  it("are keys of the pinned chart with its types", () => {
    // stackValues throws on any other; every choice is on in one of these.
    assert.doesNotThrow(() => valuesOf({ grafana: false, tracing: null, probes: false }));
    assert.doesNotThrow(() => valuesOf({}, { nodeExporter: { why: "disks" }, storageClass: "fast" }));
  });
});

describe("Monitoring on a cluster", () => {
  it("guards its namespace before the first pod", async () => {
    const { resources } = await record();
    const namespace = resourceOf({ resources }, K8S.namespace);
    const labels = at(namespace.inputs, "metadata", "labels");
    assert.equal(at(labels, "pod-security.kubernetes.io/enforce"), "restricted");
    assert.equal(at(labels, "pyairtable.io/owner"), "team-platform");
    const order = resources.map(({ type }) => type);
    assert.ok(order.lastIndexOf(K8S.networkPolicy) < order.indexOf(K8S.release));
    const denied = resourcesOf({ resources }, K8S.networkPolicy).find(({ name }) => name.endsWith("default-deny"))!;
    assert.deepEqual([specOf(denied).ingress, specOf(denied).egress], [[], []]);
  });
  it("has a policy for each workload, none of which opens a door to the internet", async () => {
    const policies = resourcesOf(await record(), K8S.networkPolicy);
    assert.equal(policies.length, 9);
    for (const { name, inputs } of policies) {
      const from = JSON.stringify(at(inputs, "spec", "ingress"));
      assert.ok(!from.includes("0.0.0.0/0"), name);
    }
  });
  it("delivers every file of rules as an object", async () => {
    const monitoring = monitoringOf();
    const made = resourcesOf(await record(), K8S.prometheusRule).map(({ inputs }) => at(inputs, "metadata", "name"));
    const files = ruleFiles(plan, settingsOf(monitoring)).map(({ name }) => name);
    assert.deepEqual(made.sort(), files.sort());
  });
  it("delivers dashboards where Grafana's sidecar looks", async () => {
    const { inputs } = resourceOf(await record(), K8S.configMap);
    assert.equal(at(inputs, "metadata", "labels", "grafana_dashboard"), "1");
    assert.deepEqual(inputs.data, { "platform.json": '{"uid":"pyairtable-platform"}' });
    const sidecar = at(valuesOf(), "grafana", "sidecar", "dashboards");
    assert.deepEqual([at(sidecar, "label"), at(sidecar, "searchNamespace")], ["grafana_dashboard", "monitoring"]);
  });
  it("probes every health endpoint and calls it by its service", async () => {
    const spec = specOf(resourceOf(await record(), K8S.probe));
    assert.equal(spec.jobName, "health");
    const targets = at(spec, "targets", "staticConfig", "static") as string[];
    assert.equal(targets.length, plan.services.length);
    const [{ regex }] = at(spec, "targets", "staticConfig", "relabelingConfigs") as [{ regex: string }];
    assert.deepEqual(
      targets.map((target) => new RegExp(`^(?:${regex})$`).exec(target)?.[1]),
      plan.services.map(({ name }) => name),
    );
  });
  it("takes secrets from the store by name, or finds them there", async () => {
    const secrets = resourcesOf(await record(), K8S.externalSecret);
    assert.deepEqual(secrets.map(({ inputs }) => at(inputs, "metadata", "name")).sort(), [
      "alertmanager-receivers",
      "grafana-admin",
    ]);
    assert.equal(resourcesOf(await record({}, { secretStore: null }), K8S.externalSecret).length, 0);
  });
  it("queues traces on a volume, and judges them in one place", async () => {
    const collector = specOf(resourceOf(await record(), K8S.statefulSet));
    assert.equal(collector.replicas, 1);
    const config = JSON.parse(String(at(collector, "template", "spec", "containers", 0, "env", 0, "value")));
    assert.equal(config.exporters.otlp_grpc.sending_queue.storage, "file_storage");
    assert.equal(
      config.extensions.file_storage.directory,
      at(collector, "template", "spec", "containers", 0, "volumeMounts", 0, "mountPath"),
    );
    // What was not judged yet is judged before the end.
    assert.ok(
      Number(at(collector, "template", "spec", "terminationGracePeriodSeconds")) >
        monitoringOf().tracing!.decisionSeconds,
    );
  });
  it("hardens its own pods", async () => {
    const recording = await record();
    const pods = [...resourcesOf(recording, K8S.deployment), ...resourcesOf(recording, K8S.statefulSet)];
    assert.equal(pods.length, 3);
    for (const pod of pods) {
      const spec = at(pod.inputs, "spec", "template", "spec");
      assert.equal(at(spec, "securityContext", "runAsNonRoot"), true);
      assert.equal(at(spec, "automountServiceAccountToken"), false);
      assert.equal(at(spec, "containers", 0, "securityContext", "readOnlyRootFilesystem"), true);
      assert.equal(
        at(spec, "containers", 0, "resources", "limits", "memory"),
        at(spec, "containers", 0, "resources", "requests", "memory"),
      );
    }
  });
  it("makes a class of encrypted disks on EKS only", async () => {
    const { inputs } = resourceOf(await record(), K8S.storageClass);
    assert.deepEqual(inputs.parameters, { type: "gp3", encrypted: "true" });
    assert.equal(resourcesOf(await record({}, { storageClass: "fast" }), K8S.storageClass).length, 0);
  });
  it("gives node exporter a namespace of its own, with the reason", async () => {
    const namespaces = resourcesOf(await record({}, { nodeExporter: { why: "disks of nodes" } }), K8S.namespace);
    assert.deepEqual(
      namespaces.map(({ inputs }) => at(inputs, "metadata", "name")),
      ["monitoring", "monitoring-nodes"],
    );
    assert.equal(at(namespaces[1]!.inputs, "metadata", "annotations", "pyairtable.io/why"), "disks of nodes");
  });
  it("is small without traces, probes and Grafana, and nothing where it is off", async () => {
    const small = await record({ tracing: null, probes: false, grafana: false });
    for (const type of [K8S.deployment, K8S.statefulSet, K8S.probe, K8S.configMap])
      assert.equal(resourcesOf(small, type).length, 0);
    const off = await record({ kubernetes: "off" });
    assert.equal(off.resources.filter(({ custom }) => custom).length, 0);
  });
  it("is the same in preview", async () => {
    const [preview, update] = [await record({}, {}, true), await record()];
    assert.deepEqual(resourceOf(preview, K8S.release).inputs, resourceOf(update, K8S.release).inputs);
  });
  it("says where its doors are", async () => {
    const { result } = await record();
    assert.equal(result.doors.kubernetes?.collector, "http://collector.monitoring.svc:4318");
  });
});
