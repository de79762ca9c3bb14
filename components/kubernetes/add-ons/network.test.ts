import assert from "node:assert/strict";
import { recordProgram, resourcesOf } from "../../shared/test-mocks.ts";
import { ArgoCd } from "./argo-cd/argo-cd.ts";
import { testArgs } from "./argo-cd/test-args.ts";
import type { AddOnArgs } from "./common-args.ts";
import { ExternalSecrets } from "./external-secrets/external-secrets.ts";
import { Keda } from "./keda/keda.ts";
import { MetricsServer } from "./metrics-server/metrics-server.ts";
import { NetworkPolicyBaseline } from "./network-policy-baseline/network-policy-baseline.ts";
import { ADDRESSES, networkAround } from "./test-network.ts";
import { assertRefused } from "./test-refusals.ts";
import { COMMON, K8S, WORLD } from "./test-world.ts";
import { VerticalPodAutoscaler } from "./vertical-pod-autoscaler/vertical-pod-autoscaler.ts";

const { apiServer, apiService, cloud, node } = ADDRESSES;
const place = { clusterName: "c", accountId: "111122223333", region: "us-east-1" };
const KNOWN = { apiServerCidrs: ["10.0.1.0/28"], serviceCidr: "172.20.0.0/16" };
const store = { kind: "aws", place, secretNames: ["a"], namespaces: ["records"] } as const;

/** Add-on → its pods, and the port at which the API server calls each that it calls. */
const ADD_ONS: readonly {
  readonly namespace: string;
  readonly make: (args: AddOnArgs) => unknown;
  readonly called: Readonly<Record<string, number>>;
  readonly others: readonly string[];
  /** Ports of metrics. */
  readonly scraped: Readonly<Record<string, number>>;
}[] = [
  {
    namespace: "metrics-server",
    make: (args) => new MetricsServer("a", { ...args, install: { kind: "manifests" } }),
    called: { "metrics-server": 10250 },
    others: ["certgen"],
    scraped: { "metrics-server": 10250 },
  },
  {
    namespace: "vertical-pod-autoscaler",
    make: (args) => new VerticalPodAutoscaler("a", args),
    called: { "vpa-admission-controller": 8000 },
    others: ["vpa-recommender", "vpa-updater", "certgen"],
    scraped: { "vpa-recommender": 8942, "vpa-updater": 8943, "vpa-admission-controller": 8944 },
  },
  {
    namespace: "keda",
    make: (args) => new Keda("a", { ...args, identity: { ...place, queueNames: ["q"] } }),
    called: { "keda-operator-metrics-apiserver": 6443, "keda-admission-webhooks": 9443 },
    others: ["keda-operator"],
    scraped: { "keda-operator": 8080 },
  },
  {
    namespace: "external-secrets",
    make: (args) => new ExternalSecrets("a", { ...args, store }),
    called: { "external-secrets-webhook": 10250 },
    others: ["external-secrets", "external-secrets-cert-controller"],
    scraped: { "external-secrets": 8080 },
  },
  {
    namespace: "argo-cd",
    make: (args) => new ArgoCd("a", testArgs(args)),
    called: {},
    others: ["argocd-server", "argocd-application-controller", "argocd-redis-secret-init"],
    scraped: { "argocd-server": 8083, "argocd-repo-server": 8084, "argocd-application-controller": 8082 },
  },
];

describe("network policies of add-ons (pitfall 25)", () => {
  for (const { namespace, make, called, others, scraped } of ADD_ONS) {
    const workloads = [...new Set([...Object.keys(called), ...others, ...Object.keys(scraped)])];
    const around = async (network: AddOnArgs["network"] = {}) => {
      const recording = await recordProgram(WORLD, false, () => make({ ...COMMON, network }));
      return networkAround(recording, namespace, workloads);
    };
    const own = (workload: string) => `${namespace}/${workload}`;

    describe(namespace, () => {
      it("lets the API server call what it must, and nobody else where its addresses are known", async () => {
        const open = await around();
        const closed = await around(KNOWN);
        for (const [workload, port] of Object.entries(called)) {
          assert.ok(open.reachable(apiServer, own(workload), port), workload);
          assert.ok(closed.reachable(apiServer, own(workload), port), workload);
          assert.ok(!closed.reachable(cloud, own(workload), port), workload);
          assert.ok(!closed.reachable("records/service", own(workload), port), workload);
        }
        for (const workload of others) assert.ok(!open.reachable("records/service", own(workload), 443), workload);
      });

      it("lets every pod call DNS and the API server", async () => {
        const network = await around(KNOWN);
        for (const workload of workloads.filter((name) => name !== "argocd-repo-server")) {
          assert.ok(network.reachable(own(workload), "kube-system/dns", 53, "UDP"), workload);
          assert.ok(network.reachable(own(workload), apiServer, 443), workload);
          assert.ok(network.reachable(own(workload), apiService, 443), workload);
        }
      });

      it("lets Prometheus scrape, and no service", async () => {
        const network = await around(KNOWN);
        for (const [workload, port] of Object.entries(scraped)) {
          assert.ok(network.reachable("monitoring/prometheus", own(workload), port), workload);
          assert.ok(!network.reachable("records/service", own(workload), port), workload);
        }
      });

      it("gives a pod that nobody named nothing, not even DNS", async () => {
        const network = await around();
        assert.ok(!network.reachable(own("stray"), "kube-system/dns", 53, "UDP"));
        assert.ok(!network.reachable("monitoring/prometheus", own("stray"), 8080));
      });
    });
  }

  it("never cuts pods off from the API server's Service where its address is not known", async () => {
    for (const { namespace, make, called } of ADD_ONS.filter((addOn) => Object.keys(addOn.called).length > 0)) {
      const args = { ...COMMON, network: { apiServerCidrs: ["10.0.0.0/16"] } };
      const [workload] = Object.keys(called);
      const network = networkAround(await recordProgram(WORLD, false, () => make(args)), namespace, [workload!]);
      assert.ok(network.reachable(`${namespace}/${workload}`, apiService, 443), namespace);
    }
  });

  it("lets metrics-server read every node's kubelet, and call no cloud", async () => {
    const recording = await recordProgram(WORLD, false, () => ADD_ONS[0]!.make(COMMON));
    const network = networkAround(recording, "metrics-server", ["metrics-server"]);
    assert.ok(network.reachable("metrics-server/metrics-server", node, 10250));
    assert.ok(!network.reachable("metrics-server/metrics-server", cloud, 8443));
  });

  it("lets only those call a cloud that must", async () => {
    const calls = async (namespace: string, workload: string) => {
      const { make } = ADD_ONS.find((addOn) => addOn.namespace === namespace)!;
      const args = { ...COMMON, network: KNOWN };
      const network = networkAround(await recordProgram(WORLD, false, () => make(args)), namespace, [workload]);
      return network.reachable(`${namespace}/${workload}`, cloud, 443);
    };
    assert.ok(await calls("keda", "keda-operator"));
    assert.ok(await calls("external-secrets", "external-secrets"));
    assert.ok(await calls("argo-cd", "argocd-repo-server"));
    assert.ok(!(await calls("keda", "keda-admission-webhooks")));
    assert.ok(!(await calls("external-secrets", "external-secrets-webhook")));
    assert.ok(!(await calls("argo-cd", "argocd-application-controller")));
    assert.ok(!(await calls("vertical-pod-autoscaler", "vpa-recommender")));
  });

  it("closes namespaces that are there already, and never the system's", async () => {
    const { tags, kubernetesVersion } = COMMON;
    const make = (namespaces?: readonly string[]) =>
      new NetworkPolicyBaseline("baseline", { tags, kubernetesVersion, namespaces });
    const recording = await recordProgram(WORLD, false, () => make());
    assert.deepEqual(recording.result.namespaces, ["default"]);
    assert.equal(resourcesOf(recording, K8S.networkPolicy).length, 1);
    assert.ok(!networkAround(recording, "default", ["x"]).reachable("records/service", "default/x", 80));
    assertRefused(() => make(["kube-system"]), "system-namespace");
    assertRefused(() => make(["Default"]), "name");
  });
});
