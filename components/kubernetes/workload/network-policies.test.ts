import assert from "node:assert/strict";
import { compareMatrix, type Edge, networkOf } from "@pyairtable/network-policy";
import { networkPoliciesOf } from "./network-policies.ts";
import { serviceOf, smallPlan } from "./test-plan.ts";

const plan = smallPlan();
const policies = networkPoliciesOf(plan);
const idOf = (name: string) => `${serviceOf(plan, name).kubernetes?.namespace}/${name}`;
const network = networkOf({
  namespaces: ["shop-access", "shop-sales", "kube-system", "monitoring", "ingress-nginx"].map((name) => ({ name })),
  pods: [
    ...plan.services.map(({ name, port, kubernetes }) => ({
      name,
      namespace: kubernetes!.namespace,
      labels: { "app.kubernetes.io/name": name },
      ports: [{ name: "http", port }],
    })),
    { name: "job", namespace: "shop-sales", labels: { job: "migrate" } },
    { name: "dns", namespace: "kube-system", labels: { "k8s-app": "kube-dns" }, ports: [{ port: 53 }] },
  ],
  policies,
});

describe("policies of a whole plan", () => {
  it("are two a namespace and one a service", () => {
    assert.equal(policies.length, 2 * 2 + 4);
    const names = policies.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
    assert.equal(new Set(names).size, names.length);
  });

  it("let through the plan's calls and nothing else between services", () => {
    const edges: Edge[] = plan.services.flatMap(({ name, calls }) =>
      calls.map((callee) => ({
        from: idOf(name),
        to: idOf(callee),
        ports: [`TCP ${serviceOf(plan, callee).port}` as const],
      })),
    );
    const pods = [...plan.services.map(({ name }) => idOf(name)), "shop-sales/job"];
    const { missing, unexpected } = compareMatrix(network.matrix({ pods }), edges);
    assert.deepEqual([missing, unexpected], [[], []]);
  });

  it("close a pod that no service's policy knows, but for DNS", () => {
    assert.ok(network.reachable("shop-sales/job", "kube-system/dns", 53, "UDP"));
    assert.ok(!network.reachable("shop-sales/job", "shop-sales/basket", 8101));
    assert.ok(!network.reachable("shop-sales/job", { ip: "203.0.113.1" }, 443));
    assert.ok(!network.reachable("shop-access/gateway", "shop-sales/job", 8080));
  });
});
