import assert from "node:assert/strict";
import { externalSecretManifest } from "./external-secret.ts";
import { roleArgs } from "./identity.ts";
import { ingressManifest } from "./ingress.ts";
import { ingressAnnotationsOf, ingressSourceOf } from "./ingress-controller.ts";
import { normalise } from "./normalise.ts";
import { serviceAccountManifest, serviceManifest } from "./service-manifests.ts";
import { serviceMonitorManifest } from "./service-monitor.ts";
import { fullArgs, recordOf, TAGS, workerArgs } from "./test-world.ts";

describe("Service and ServiceAccount", () => {
  it("are reached at the port callers are told, inside the cluster only", () => {
    const { spec } = serviceManifest(recordOf());
    assert.equal(spec.type, "ClusterIP");
    assert.deepEqual(spec.ports, [
      { name: "http", port: 8301, targetPort: "http", protocol: "TCP", appProtocol: "http" },
    ]);
    assert.deepEqual(spec.selector, { "app.kubernetes.io/name": "record-service" });
  });

  it("are not waited for where there may be no pod", () => {
    const annotations = (record: Parameters<typeof serviceManifest>[0]) =>
      (serviceManifest(record).metadata as { annotations?: object }).annotations;
    assert.deepEqual(annotations(normalise(workerArgs())), { "pulumi.com/skipAwait": "true" });
    assert.equal(annotations(recordOf()), undefined);
  });

  it("carry no token", () => assert.equal(serviceAccountManifest(recordOf()).automountServiceAccountToken, false));
});

describe("Ingress", () => {
  const pathsOf = (paths: string[]) => {
    const route = { host: "api.example.com", paths, ingressClass: "nginx" };
    return ingressManifest(normalise(fullArgs({ route })))?.spec.rules[0]?.http.paths.map((p) => [p.path, p.pathType]);
  };

  it("is made for public services only, with TLS for its host", () => {
    assert.equal(ingressManifest(recordOf()), null);
    const spec = ingressManifest(normalise(fullArgs()))?.spec;
    assert.deepEqual(spec?.tls, [{ hosts: ["api.example.com"] }]);
    assert.equal(spec?.ingressClassName, "nginx");
    assert.deepEqual(spec?.rules[0]?.http.paths[0]?.backend, {
      service: { name: "record-service", port: { name: "http" } },
    });
  });

  it("writes a star at the end as a prefix, else the path itself", () => {
    assert.deepEqual(pathsOf(["/records/*"]), [["/records", "Prefix"]]);
    assert.deepEqual(pathsOf(["/*"]), [["/", "Prefix"]]);
    assert.deepEqual(pathsOf(["/ready"]), [["/ready", "Exact"]]);
  });

  it("tells the AWS controller to share one load balancer, and others nothing", () => {
    const wish = { group: "pyairtable-prod", order: 110, healthPath: "/health/ready", certificateArn: null };
    const alb = ingressAnnotationsOf("alb", wish);
    assert.equal(alb["alb.ingress.kubernetes.io/group.name"], "pyairtable-prod");
    assert.equal(alb["alb.ingress.kubernetes.io/target-type"], "ip");
    assert.equal(alb["alb.ingress.kubernetes.io/listen-ports"], '[{"HTTPS":443}]');
    assert.ok(!("alb.ingress.kubernetes.io/certificate-arn" in alb));
    const certified = ingressAnnotationsOf("alb", { ...wish, certificateArn: "arn:c" });
    assert.equal(certified["alb.ingress.kubernetes.io/certificate-arn"], "arn:c");
    assert.deepEqual(ingressAnnotationsOf("nginx", wish), {});
  });

  it("knows where well-known controllers call from", () => {
    assert.deepEqual(ingressSourceOf("nginx", "10.0.0.0/16"), { namespace: "ingress-nginx" });
    assert.deepEqual(ingressSourceOf("alb", "10.0.0.0/16"), { cidrs: ["10.0.0.0/16"] });
    assert.deepEqual(ingressSourceOf("gce", "10.0.0.0/16"), { cidrs: ["35.191.0.0/16", "130.211.0.0/22"] });
    assert.equal(ingressSourceOf("mine", "10.0.0.0/16"), null);
  });
});

describe("ExternalSecret", () => {
  it("fills the Secret the pods read, and leaves it when the store is away", () => {
    const manifest = externalSecretManifest(normalise(fullArgs()));
    assert.equal(manifest?.metadata.name, "record-service-secrets");
    assert.deepEqual(manifest?.spec.target, {
      name: "record-service-secrets",
      creationPolicy: "Owner",
      deletionPolicy: "Retain",
    });
    assert.deepEqual(manifest?.spec.data, [
      { secretKey: "DATABASE_URL", remoteRef: { key: "pyairtable/prod/record-service/database-url" } },
    ]);
    assert.deepEqual(manifest?.spec.secretStoreRef, { kind: "ClusterSecretStore", name: "pyairtable" });
  });

  it("is not made without secrets, nor where someone else keeps them", () => {
    assert.equal(externalSecretManifest(recordOf({ secretStore: "pyairtable" })), null);
    assert.equal(externalSecretManifest(normalise(fullArgs({ secretStore: null }))), null);
  });
});

describe("ServiceMonitor", () => {
  it("is made where something scrapes, and names who pays", () => {
    assert.equal(serviceMonitorManifest(recordOf()), null);
    const spec = serviceMonitorManifest(normalise(fullArgs()))?.spec;
    assert.deepEqual(spec?.endpoints, [{ port: "http", path: "/metrics", interval: "30s", scrapeTimeout: "10s" }]);
    assert.match(JSON.stringify(spec?.targetLabels), /pyairtable.io\/owner/);
  });
});

describe("AWS role", () => {
  const record = normalise(fullArgs());
  const role = roleArgs(record, record.identity!);
  const [trust] = JSON.parse(role.assumeRolePolicy as string).Statement;

  it("is taken by EKS for one account of one namespace of one cluster", () => {
    assert.deepEqual(trust.Principal, { Service: "pods.eks.amazonaws.com" });
    assert.deepEqual(trust.Action, ["sts:AssumeRole", "sts:TagSession"]);
    assert.deepEqual(trust.Condition, {
      StringEquals: {
        "aws:SourceAccount": "111122223333",
        "aws:RequestTag/eks-cluster-arn": "arn:aws:eks:us-east-1:111122223333:cluster/pyairtable-prod",
        "aws:RequestTag/kubernetes-namespace": "pyairtable-records",
        "aws:RequestTag/kubernetes-service-account": "record-service",
      },
    });
  });

  it("carries the cost tags", () => assert.deepEqual(role.tags, TAGS));
});
