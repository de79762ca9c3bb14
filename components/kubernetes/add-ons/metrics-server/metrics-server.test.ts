import assert from "node:assert/strict";
import { recordProgram, resourceOf, resourcesOf } from "../../../shared/test-mocks.ts";
import { assertHardenedPod, flagsOf } from "../test-assertions.ts";
import { assertRefused } from "../test-refusals.ts";
import { AWS, at, COMMON, CUSTOM, K8S, objectsOf, WORLD } from "../test-world.ts";
import type { MetricsServerArgs } from "./args.ts";
import { MetricsServer } from "./metrics-server.ts";

const MANIFESTS: MetricsServerArgs = { ...COMMON, install: { kind: "manifests" } };
const make = (over: Partial<MetricsServerArgs> = {}) => new MetricsServer("metrics", { ...MANIFESTS, ...over });
const record = (over: Partial<MetricsServerArgs> = {}, preview = false) =>
  recordProgram(WORLD, preview, () => make(over));

describe("MetricsServer", () => {
  it("runs two hardened replicas in a restricted namespace, one of which may be drained", async () => {
    const recording = await record();
    assertHardenedPod(resourceOf(recording, K8S.deployment));
    assert.equal(at(resourceOf(recording, K8S.deployment).inputs, "spec", "replicas"), 2);
    const labels = at(resourceOf(recording, K8S.namespace).inputs, "metadata", "labels");
    assert.equal(at(labels, "pod-security.kubernetes.io/enforce"), "restricted");
    assert.equal(at(labels, "pod-security.kubernetes.io/enforce-version"), "v1.34");
    const budget = at(resourceOf(recording, K8S.disruptionBudget).inputs, "spec");
    assert.equal(at(budget, "maxUnavailable"), 1);
    assert.equal(at(budget, "unhealthyPodEvictionPolicy"), "AlwaysAllow");
  });

  it("pitfall 11: reaches kubelets by internal address and checks their certificate", async () => {
    const flags = flagsOf(resourceOf(await record(), K8S.deployment));
    assert.ok(flags.includes("--kubelet-preferred-address-types=InternalIP"));
    assert.ok(flags.includes("--kubelet-certificate-authority=/var/run/secrets/kubernetes.io/serviceaccount/ca.crt"));
    assert.ok(!flags.some((flag) => flag.includes("insecure")));
  });

  it("takes another authority for kubelets from a ConfigMap", async () => {
    const recording = await record({ kubeletAuthority: { configMap: "kubelet-ca", key: "ca.pem" } });
    const deployment = resourceOf(recording, K8S.deployment);
    assert.ok(flagsOf(deployment).includes("--kubelet-certificate-authority=/etc/kubelet-authority/ca.pem"));
    const volumes = at(deployment.inputs, "spec", "template", "spec", "volumes") as { configMap?: { name: string } }[];
    assert.ok(volumes.some(({ configMap }) => configMap?.name === "kubelet-ca"));
  });

  it("is known to the API server by a certificate made in the cluster, never by skipping the check", async () => {
    const recording = await record();
    const spec = at(resourceOf(recording, K8S.apiService).inputs, "spec");
    assert.equal(at(spec, "insecureSkipTLSVerify"), undefined);
    assert.equal(at(spec, "caBundle"), undefined);
    const [create, patch] = resourcesOf(recording, K8S.job);
    for (const job of [create, patch]) assertHardenedPod(job!);
    assert.ok(
      flagsOf(create!).includes(
        "--host=metrics-server.metrics-server.svc,metrics-server.metrics-server.svc.cluster.local",
      ),
    );
    assert.ok(flagsOf(patch!).includes("--apiservice-name=v1beta1.metrics.k8s.io"));
    const rules = resourcesOf(recording, K8S.clusterRole).flatMap(({ inputs }) => inputs.rules as object[]);
    assert.ok(rules.some((rule) => at(rule, "resourceNames", 0) === "v1beta1.metrics.k8s.io"));
  });

  it("makes a new certificate for a new generation, by Jobs of another name", async () => {
    const names = async (generation: number) =>
      resourcesOf(await record({ certificate: { kind: "generated", generation } }), K8S.job).map(({ inputs }) =>
        at(inputs, "metadata", "name"),
      );
    const first = await names(1);
    const second = await names(2);
    assert.equal(new Set([...first, ...second]).size, 4);
  });

  it("lets cert-manager issue and inject", async () => {
    const issuer = { kind: "ClusterIssuer", name: "internal" } as const;
    const recording = await record({ certificate: { kind: "cert-manager", issuer } });
    assert.equal(resourcesOf(recording, K8S.job).length, 0);
    assert.equal(at(resourceOf(recording, CUSTOM.certificate).inputs, "spec", "issuerRef", "name"), "internal");
    assert.deepEqual(at(resourceOf(recording, K8S.apiService).inputs, "metadata", "annotations"), {
      "cert-manager.io/inject-ca-from": "metrics-server/metrics-server-serving",
    });
  });

  it("takes a Secret that is there, with its authority", async () => {
    const recording = await record({ certificate: { kind: "secret", secretName: "mine", caBundlePem: "PEM" } });
    assert.equal(resourcesOf(recording, K8S.job).length, 0);
    assert.equal(at(resourceOf(recording, K8S.apiService).inputs, "spec", "caBundle"), "UEVN");
  });

  it("may be called by the API server and call it, DNS and kubelets, and nothing else", async () => {
    const recording = await record({ network: { apiServerCidrs: ["10.0.0.0/16"] } });
    const policy = resourcesOf(recording, K8S.networkPolicy).find(
      ({ name }) => name === "metrics-allow-metrics-server",
    );
    const spec = at(policy?.inputs, "spec");
    assert.deepEqual(at(spec, "ingress", 0), {
      from: [{ ipBlock: { cidr: "10.0.0.0/16" } }],
      ports: [{ protocol: "TCP", port: 10250 }],
    });
    assert.deepEqual(
      (at(spec, "egress") as { ports: { port: number }[] }[]).map(({ ports }) => ports.map(({ port }) => port)),
      [[53, 53], [443, 6443], [10250]],
    );
  });

  it("is scraped over its certificate where prometheus-operator is there", async () => {
    assert.equal(resourcesOf(await record(), CUSTOM.serviceMonitor).length, 0);
    const monitor = resourceOf(await record({ serviceMonitor: true }), CUSTOM.serviceMonitor);
    const [endpoint] = at(monitor.inputs, "spec", "endpoints") as object[];
    assert.equal(at(endpoint, "tlsConfig", "serverName"), "metrics-server.metrics-server.svc");
    assert.equal(at(endpoint, "tlsConfig", "insecureSkipVerify"), undefined);
  });

  it("on EKS can be Amazon's own copy, pinned and sized by us", async () => {
    const recording = await record({ install: { kind: "eks-add-on", clusterName: "pyairtable-prod" } });
    assert.equal(objectsOf(recording).length, 0);
    const { inputs } = resourceOf(recording, AWS.addon);
    assert.match(String(inputs.addonVersion), /^v[\d.]+-eksbuild\.\d+$/);
    const settings = JSON.parse(String(inputs.configurationValues));
    assert.equal(settings.replicas, 2);
    assert.deepEqual(settings.podDisruptionBudget, { enabled: true, maxUnavailable: 1 });
  });

  it("has no budget with one replica, and no policy where those are off", async () => {
    const recording = await record({ sizes: { "metrics-server": { replicas: 1 } }, networkPolicies: false });
    assert.equal(resourcesOf(recording, K8S.disruptionBudget).length, 0);
    assert.equal(resourcesOf(recording, K8S.networkPolicy).length, 0);
  });

  it("is the same in preview", async () => {
    const names = ({ resources }: Awaited<ReturnType<typeof record>>) => resources.map(({ name }) => name).sort();
    assert.deepEqual(names(await record({}, true)), names(await record()));
  });

  const BAD: readonly (readonly [string, Partial<MetricsServerArgs>, ...string[]])[] = [
    ["a cluster too old", { kubernetesVersion: "1.30" }, "kubernetes-version"],
    ["no minor version", { kubernetesVersion: "1.34.2" }, "kubernetes-version"],
    ["unchecked kubelets", { flags: { "kubelet-insecure-tls": true } }, "insecure"],
    ["anonymous readers", { flags: { "authentication-tolerate-lookup-failure": true } }, "insecure"],
    ["a flag that is not there", { flags: { "metrics-resolution": "10s" } }, "flag-unknown"],
    ["a flag that an arg sets", { flags: { "metric-resolution": "10s" } }, "flag-owned"],
    ["a resolution of a second", { resolutionSeconds: 1 }, "number"],
    ["an unchecked certificate", { certificate: { kind: "none" } as never }, "certificate"],
    ["another way in", { install: { kind: "helm" } as never }, "install"],
    ["limits below requests", { sizes: { "metrics-server": { memoryMiB: 4096 } } }, "number"],
    ["no pods", { sizes: { "metrics-server": { replicas: 0 } } }, "number"],
    ["a namespace with capitals", { namespace: "Metrics" }, "name"],
    ["an address without a prefix", { network: { apiServerCidrs: ["10.0.0.1"] } }, "cidr"],
    ["Services without a prefix", { network: { serviceCidr: "172.20.0.0" } }, "cidr"],
    ["a tag with a space", { tags: { ...COMMON.tags, Owner: "team platform" } }, "tag"],
    [
      "settings that Amazon's copy lacks",
      { install: { kind: "eks-add-on", clusterName: "c" }, flags: {}, resolutionSeconds: 15 },
      "managed",
      "managed",
    ],
    ["several at once", { kubernetesVersion: "1.2", resolutionSeconds: 0 }, "kubernetes-version", "number"],
  ];
  for (const [what, over, ...codes] of BAD) it(`refuses ${what}`, () => assertRefused(() => make(over), ...codes));
});
