import assert from "node:assert/strict";
import { PRIORITY_CLASSES } from "@pyairtable/kubernetes-facts";
import { networkOf } from "@pyairtable/network-policy";
import { limitRangeManifest, namespaceManifest, quotaManifest } from "./manifests.ts";
import { namespaceNetworkPolicies } from "./network-policies.ts";
import { normalise } from "./normalise.ts";
import { priorityClassManifests } from "./priority-classes.ts";
import { editorsManifest, viewersManifest } from "./role-bindings.ts";
import { namespaceArgs, TAGS } from "./test-world.ts";

const recordOf = (over = {}) => normalise(namespaceArgs(over));

describe("Namespace", () => {
  it("refuses pods that break the restricted standard, at the rules of its own version", () => {
    const labels: Record<string, string> = namespaceManifest(recordOf()).metadata.labels;
    const security = "pod-security.kubernetes.io";
    for (const mode of ["enforce", "audit", "warn"]) assert.equal(labels[`${security}/${mode}`], "restricted");
    assert.equal(labels[`${security}/enforce-version`], "v1.34");
  });

  it("says who pays for what all share, and its domain", () => {
    const labels: Record<string, string> = namespaceManifest(recordOf()).metadata.labels;
    assert.equal(labels["pyairtable.io/cost-center"], TAGS.CostCenter);
    assert.equal(labels["pyairtable.io/domain"], "records");
  });
});

describe("ResourceQuota", () => {
  it("bounds what pods ask for, and forbids what costs or opens", () => {
    assert.deepEqual(quotaManifest(recordOf()).spec.hard, {
      "requests.cpu": "12",
      "requests.memory": "24Gi",
      "limits.memory": "24Gi",
      pods: "48",
      "services.loadbalancers": "0",
      "services.nodeports": "0",
    });
  });
});

describe("LimitRange", () => {
  const [limit] = limitRangeManifest(recordOf()).spec.limits;

  it("gives a careless container little, and bounds memory", () => {
    assert.deepEqual(limit?.defaultRequest, { cpu: "100m", memory: "128Mi" });
    assert.deepEqual([limit?.default, limit?.max], [{ memory: "128Mi" }, { memory: "8Gi" }]);
  });

  it("never limits CPU: the API server would put a maximum as limit on every container", () => {
    for (const field of ["default", "max"] as const) assert.ok(!("cpu" in (limit?.[field] ?? {})));
  });
});

describe("network policies of a namespace", () => {
  const records = "pyairtable-records";
  const network = networkOf({
    namespaces: [{ name: records }, { name: "kube-system" }, { name: "other" }],
    pods: [
      { name: "a", namespace: records, ports: [{ port: 80 }] },
      { name: "b", namespace: records, ports: [{ port: 80 }] },
      { name: "dns", namespace: "kube-system", labels: { "k8s-app": "kube-dns" }, ports: [{ port: 53 }] },
      { name: "c", namespace: "other", ports: [{ port: 80 }, { port: 53 }] },
    ],
    policies: namespaceNetworkPolicies(namespaceArgs({ nodeLocalDnsCidr: "169.254.20.10/32" })).map((policy) => ({
      apiVersion: "networking.k8s.io/v1",
      kind: "NetworkPolicy",
      ...policy,
    })),
  });

  it("close every pod both ways", () => {
    assert.ok(!network.reachable(`${records}/a`, `${records}/b`, 80));
    assert.ok(!network.reachable("other/c", `${records}/a`, 80));
    assert.ok(!network.reachable(`${records}/a`, "other/c", 80));
    assert.ok(!network.reachable(`${records}/a`, { ip: "203.0.113.1" }, 443));
  });

  it("pitfall 25: leave DNS open, of the cluster's own servers alone", () => {
    assert.ok(network.reachable(`${records}/a`, "kube-system/dns", 53, "UDP"));
    assert.ok(network.reachable(`${records}/a`, "kube-system/dns", 53, "TCP"));
    assert.ok(network.reachable(`${records}/a`, { ip: "169.254.20.10" }, 53, "UDP"));
    assert.ok(!network.reachable(`${records}/a`, "other/c", 53));
  });
});

describe("role bindings", () => {
  it("let owners look, in one binding for all", () => {
    const binding = viewersManifest(recordOf({ viewers: ["team-b", "team-a", "team-b"] }));
    assert.equal(binding?.roleRef.name, "view");
    assert.deepEqual(
      binding?.subjects.map(({ kind, name }) => `${kind} ${name}`),
      ["Group team-a", "Group team-b"],
    );
    assert.equal(viewersManifest(recordOf({ viewers: [] })), null);
  });

  it("let a team change things only with a reason, which is kept", () => {
    assert.equal(editorsManifest(recordOf()), null);
    const editors = [{ group: "team-records", why: "deploys by Argo CD" }];
    const binding = editorsManifest(recordOf({ editors }));
    assert.equal(binding?.roleRef.name, "edit");
    assert.deepEqual(binding?.metadata.annotations, { "pyairtable.io/why": "team-records: deploys by Argo CD" });
  });
});

describe("PriorityClasses", () => {
  const manifests = priorityClassManifests(TAGS);

  it("are those the plan names, none of them the default of other people's pods", () => {
    assert.deepEqual(Object.fromEntries(manifests.map(({ metadata, value }) => [metadata.name, value])), {
      ...PRIORITY_CLASSES,
    });
    assert.ok(manifests.every((one) => !("globalDefault" in one)));
  });

  it("let batch wait for room in place of making it", () => {
    const policies = Object.fromEntries(manifests.map((one) => [one.metadata.name, one.preemptionPolicy]));
    assert.equal(policies["pyairtable-batch"], "Never");
    assert.equal(policies["pyairtable-critical"], "PreemptLowerPriority");
  });
});
