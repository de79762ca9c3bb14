import assert from "node:assert/strict";
import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import { recordProgram, resourceOf, resourcesOf } from "../../../shared/test-mocks.ts";
import { assertPinned } from "../test-assertions.ts";
import { assertRefused } from "../test-refusals.ts";
import { releaseValues } from "../test-releases.ts";
import { AWS, at, COMMON, K8S, WORLD } from "../test-world.ts";
import type { KedaArgs } from "./args.ts";
import { Keda } from "./keda.ts";

const IDENTITY = {
  clusterName: "pyairtable-prod",
  accountId: "111122223333",
  region: "us-east-1",
  queueNames: ["webhooks", "exports"],
};
const make = (over: Partial<KedaArgs> = {}) => new Keda("keda", { ...COMMON, ...over });
const record = (over: Partial<KedaArgs> = {}, preview = false) => recordProgram(WORLD, preview, () => make(over));

describe("Keda", () => {
  it("is a pinned release, sized, two of each, with a budget each", async () => {
    const recording = await record();
    const values = releaseValues(recording);
    for (const part of ["operator", "metricsServer", "webhooks"]) assert.equal(at(values, part, "replicaCount"), 2);
    for (const part of ["operator", "metricServer", "webhooks"])
      assert.match(String(at(values, "resources", part, "limits", "memory")), /[MG]i$/);
    assert.equal(values.priorityClassName, "pyairtable-add-on");
    for (const { registry, repository, tag } of ["keda", "metricsApiServer", "webhooks"].map(
      (image) => at(values, "image", image) as Record<string, string>,
    ))
      assertPinned(`${registry}/${repository}:${tag}`);
    assert.equal(resourcesOf(recording, K8S.disruptionBudget).length, 3);
    const labels = at(resourceOf(recording, K8S.namespace).inputs, "metadata", "labels");
    assert.equal(at(labels, "pod-security.kubernetes.io/enforce"), "restricted");
  });

  it("pitfall 20: upgrades its CRDs with the release and keeps them after it", async () => {
    const recording = await record();
    assert.deepEqual(at(releaseValues(recording), "crds"), {
      install: true,
      additionalAnnotations: { "helm.sh/resource-policy": "keep" },
    });
    assert.ok(recording.result.crds.every((crd) => crd instanceof Release));
  });

  it("scales Deployments and StatefulSets, and reads no Secret unless told why", async () => {
    const values = releaseValues(await record());
    assert.equal(at(values, "rbac", "enabledCustomScaledRefKinds"), false);
    assert.equal(at(values, "permissions", "operator", "restrict", "secret"), true);
    const reading = await record({ readsSecrets: { why: "a trigger reads a broker with a password" } });
    assert.equal(at(releaseValues(reading), "permissions", "operator", "restrict", "secret"), false);
  });

  it("takes a role that reads the length of these queues, before its pods start", async () => {
    const recording = await record({ identity: IDENTITY });
    const policy = JSON.parse(String(resourceOf(recording, AWS.rolePolicy).inputs.policy));
    assert.deepEqual(policy.Statement, [
      {
        Sid: "QueueLength",
        Effect: "Allow",
        Action: "sqs:GetQueueAttributes",
        Resource: ["arn:aws:sqs:us-east-1:111122223333:exports", "arn:aws:sqs:us-east-1:111122223333:webhooks"],
      },
    ]);
    const { inputs } = resourceOf(recording, AWS.podIdentity);
    assert.deepEqual([inputs.namespace, inputs.serviceAccount], ["keda", "keda-operator"]);
    const trust = JSON.parse(String(resourceOf(recording, AWS.role).inputs.assumeRolePolicy));
    assert.equal(
      trust.Statement[0].Condition.StringEquals["aws:RequestTag/kubernetes-service-account"],
      "keda-operator",
    );
    const order = recording.resources.map(({ type }) => type);
    assert.ok(order.indexOf(AWS.podIdentity) < order.indexOf(K8S.release));
  });

  it("is scraped where prometheus-operator is there", async () => {
    const scraped = async (over: Partial<KedaArgs>) =>
      at(releaseValues(await record(over)), "prometheus", "operator", "serviceMonitor", "enabled");
    assert.deepEqual([await scraped({}), await scraped({ serviceMonitor: true })], [false, true]);
  });

  it("leaves Helm's own label to Helm", async () => {
    const labels = at(releaseValues(await record()), "additionalLabels") as Record<string, string>;
    assert.equal(labels["app.kubernetes.io/managed-by"], undefined);
    assert.equal(labels["pyairtable.io/owner"], "team-platform");
  });

  it("is the same in preview, values and policies known", async () => {
    const preview = await record({ identity: IDENTITY }, true);
    assert.equal(typeof resourceOf(preview, AWS.rolePolicy).inputs.policy, "string");
    assert.deepEqual(releaseValues(preview), releaseValues(await record({ identity: IDENTITY })));
  });

  const BAD: readonly (readonly [string, Partial<KedaArgs>, ...string[]])[] = [
    ["a cluster too old", { kubernetesVersion: "1.32" }, "kubernetes-version"],
    ["a cluster too new", { kubernetesVersion: "1.36" }, "kubernetes-version"],
    ["no queue", { identity: { ...IDENTITY, queueNames: [] } }, "queues"],
    ["every queue", { identity: { ...IDENTITY, queueNames: ["*"] } }, "queues"],
    ["a queue by URL", { identity: { ...IDENTITY, queueNames: ["https://sqs/x"] } }, "queues"],
    ["an account that is none", { identity: { ...IDENTITY, accountId: "1" } }, "account"],
    ["a region that is none", { identity: { ...IDENTITY, region: "us" } }, "region"],
    ["no cluster", { identity: { ...IDENTITY, clusterName: "" } }, "cluster"],
    ["Secrets without a reason", { readsSecrets: { why: "yes" } }, "reason"],
    ["a limit below the request", { sizes: { operator: { memoryMiB: 2048 } } }, "number"],
  ];
  for (const [what, over, ...codes] of BAD) it(`refuses ${what}`, () => assertRefused(() => make(over), ...codes));
});
