import assert from "node:assert/strict";
import { networkOf } from "@pyairtable/network-policy";
import type { KubernetesServiceArgs } from "./args.ts";
import type { NetworkArgs } from "./network-args.ts";
import { networkPolicyManifest } from "./network-policy.ts";
import { normalise } from "./normalise.ts";
import { fullArgs, internalArgs } from "./test-world.ts";

const labels = (name: string) => ({ "app.kubernetes.io/name": name });
const pod = (name: string, namespace: string, port: number, extra: Record<string, string> = labels(name)) => ({
  name,
  namespace,
  labels: extra,
  ports: [{ name: "http", port }],
});

/** A small cluster in which only the policy of `record-service` holds. */
function clusterOf(args: KubernetesServiceArgs) {
  const policy = {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    ...networkPolicyManifest(normalise(args)),
  };
  return networkOf({
    namespaces: ["pyairtable-records", "pyairtable-access", "ingress-nginx", "monitoring", "kube-system"].map(
      (name) => ({
        name,
      }),
    ),
    pods: [
      pod("record-service", "pyairtable-records", 8301),
      pod("comment-service", "pyairtable-records", 8306),
      pod("api-gateway", "pyairtable-access", 8101),
      pod("permission-service", "pyairtable-access", 8103),
      pod("controller", "ingress-nginx", 80),
      pod("prometheus", "monitoring", 9090),
      { ...pod("coredns", "kube-system", 53, { "k8s-app": "kube-dns" }), ports: [{ port: 53, protocol: "UDP" }] },
    ],
    policies: [policy],
  });
}
const ME = "pyairtable-records/record-service";
const network: NetworkArgs = {
  callers: [{ service: "api-gateway", namespace: "pyairtable-access" }],
  callees: [{ service: "permission-service", namespace: "pyairtable-access", port: 8103 }],
  stores: [{ name: "postgres", port: 5432, cidrs: ["10.40.0.0/16"] }],
};

describe("NetworkPolicy", () => {
  const cluster = clusterOf(internalArgs({ network }));

  it("lets in who calls it, at its port, and nobody else", () => {
    assert.ok(cluster.reachable("pyairtable-access/api-gateway", ME, 8301));
    assert.ok(!cluster.reachable("pyairtable-access/api-gateway", ME, 9229));
    for (const other of ["pyairtable-records/comment-service", "ingress-nginx/controller", "monitoring/prometheus"])
      assert.ok(!cluster.reachable(other, ME, 8301), other);
    assert.ok(!cluster.reachable({ ip: "10.40.3.3" }, ME, 8301));
  });

  it("lets it out to whom it calls, at theirs", () => {
    assert.ok(cluster.reachable(ME, "pyairtable-access/permission-service", 8103));
    assert.ok(!cluster.reachable(ME, "pyairtable-access/permission-service", 8101));
    assert.ok(!cluster.reachable(ME, "pyairtable-access/api-gateway", 8101));
    assert.ok(!cluster.reachable(ME, "pyairtable-records/comment-service", 8306));
  });

  it("pitfall 25: lets it find names", () => {
    assert.ok(cluster.reachable(ME, "kube-system/coredns", 53, "UDP"));
    assert.ok(cluster.reachable(ME, "kube-system/coredns", 53, "TCP"));
    assert.ok(!cluster.reachable(ME, "monitoring/prometheus", 53, "UDP"));
  });

  it("pitfall 25: never cuts a block with except", () => {
    const everything = normalise(
      fullArgs({ network: { ...network, ...fullArgs().network, internet: { why: "calls webhooks" } } }),
    );
    assert.ok(!JSON.stringify(networkPolicyManifest(everything)).includes("except"));
  });

  it("lets it reach its stores at their ports, and no other address", () => {
    assert.ok(cluster.reachable(ME, { ip: "10.40.9.9" }, 5432));
    assert.ok(!cluster.reachable(ME, { ip: "10.40.9.9" }, 6379));
    assert.ok(!cluster.reachable(ME, { ip: "10.41.9.9" }, 5432));
    assert.ok(!cluster.reachable(ME, { ip: "203.0.113.9" }, 443));
    assert.ok(!cluster.reachable(ME, { ip: "169.254.170.23" }, 80));
  });

  it("opens HTTPS to anywhere only with a reason", () => {
    const open = clusterOf(internalArgs({ network: { internet: { why: "calls the customer's webhooks" } } }));
    assert.ok(open.reachable(ME, { ip: "203.0.113.9" }, 443));
    assert.ok(!open.reachable(ME, { ip: "203.0.113.9" }, 80));
  });

  it("lets in the ingress controller and Prometheus where it is public and scraped", () => {
    const open = clusterOf(fullArgs());
    assert.ok(open.reachable("ingress-nginx/controller", ME, 8301));
    assert.ok(open.reachable("monitoring/prometheus", ME, 8301));
    assert.ok(!open.reachable("pyairtable-access/api-gateway", ME, 8301));
  });

  it("lets a load balancer in by its addresses", () => {
    const behind = clusterOf(
      fullArgs({ network: { ingressSource: { cidrs: ["10.40.0.0/16"] }, monitoringNamespace: "monitoring" } }),
    );
    assert.ok(behind.reachable({ ip: "10.40.1.1" }, ME, 8301));
    assert.ok(!behind.reachable({ ip: "10.41.1.1" }, ME, 8301));
  });

  it("lets pods with a role fetch its credentials from their node", () => {
    assert.ok(clusterOf(fullArgs()).reachable(ME, { ip: "169.254.170.23" }, 80));
  });

  it("asks NodeLocal DNSCache where there is one", () => {
    const local = clusterOf(internalArgs({ network: { nodeLocalDnsCidr: "169.254.20.10/32" } }));
    assert.ok(local.reachable(ME, { ip: "169.254.20.10" }, 53, "UDP"));
  });

  it("closes everything but DNS where nothing is said", () => {
    const { spec } = networkPolicyManifest(normalise(internalArgs()));
    assert.deepEqual(spec.policyTypes, ["Ingress", "Egress"]);
    assert.deepEqual(spec.ingress, []);
    assert.equal(spec.egress.length, 1);
  });
});
