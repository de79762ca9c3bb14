import assert from "node:assert/strict";
import { recordProgram, resourceOf, resourcesOf } from "../../../shared/test-mocks.ts";
import { assertPinned } from "../test-assertions.ts";
import { assertRefused } from "../test-refusals.ts";
import { assertSizedPod, releaseValues } from "../test-releases.ts";
import { AWS, at, COMMON, CUSTOM, K8S, WORLD } from "../test-world.ts";
import type { ExternalSecretsArgs, SecretStoreArgs } from "./args.ts";
import { ExternalSecrets } from "./external-secrets.ts";

type AwsStore = Extract<SecretStoreArgs, { kind: "aws" }>;
const STORE: AwsStore = {
  kind: "aws",
  place: { clusterName: "pyairtable-prod", accountId: "111122223333", region: "us-east-1" },
  secretNames: ["prod/records", "prod/auth"],
  namespaces: ["records", "identity"],
};
const GCP: SecretStoreArgs = {
  kind: "provider",
  provider: {
    gcpsm: { projectID: "p", auth: { workloadIdentity: { serviceAccountRef: { name: "external-secrets" } } } },
  },
  serviceAccountTokens: true,
  namespaces: ["records"],
};
const make = (over: Partial<ExternalSecretsArgs> = {}) =>
  new ExternalSecrets("secrets", { ...COMMON, store: STORE, ...over });
const record = (over: Partial<ExternalSecretsArgs> = {}, preview = false) =>
  recordProgram(WORLD, preview, () => make(over));

describe("ExternalSecrets", () => {
  it("is a pinned release of sized pods, with budgets where there are two", async () => {
    const recording = await record();
    const values = releaseValues(recording);
    for (const deployment of [values, values.webhook, values.certController]) {
      assertSizedPod(deployment);
      assertPinned(`${at(deployment, "image", "repository")}:${at(deployment, "image", "tag")}`);
    }
    assert.equal(values.leaderElect, true);
    assert.deepEqual(
      resourcesOf(recording, K8S.disruptionBudget)
        .map(({ name }) => name)
        .sort(),
      ["secrets-external-secrets-budget", "secrets-external-secrets-webhook-budget"],
    );
  });

  it("reads, and never writes back or copies cluster-wide", async () => {
    const values = releaseValues(await record());
    for (const key of ["ClusterExternalSecret", "ClusterPushSecret", "ClusterGenerator", "PushSecret"])
      assert.equal(values[`process${key}`], false, key);
    assert.deepEqual(values.rbac, {
      serviceAccountTokenCreate: false,
      servicebindings: { create: false },
      aggregateToEdit: false,
      aggregateToView: false,
    });
  });

  it("makes a store for these namespaces, after the release", async () => {
    const recording = await record();
    const { inputs, type } = resourceOf(recording, CUSTOM.clusterSecretStore);
    assert.deepEqual(at(inputs, "spec", "conditions"), [{ namespaces: ["identity", "records"] }]);
    assert.deepEqual(at(inputs, "spec", "provider"), { aws: { service: "SecretsManager", region: "us-east-1" } });
    const order = recording.resources.map((resource) => resource.type);
    assert.ok(order.indexOf(K8S.release) < order.indexOf(type));
    assert.equal(recording.result.storeName, "platform");
    assert.equal(recording.result.crds.length, 2);
  });

  it("hands the controller a role that reads these secrets and no others", async () => {
    const key = "arn:aws:kms:us-east-1:111122223333:key/1-2";
    const recording = await record({ store: { ...STORE, kmsKeyArns: [key] } });
    const [read, decrypt] = JSON.parse(String(resourceOf(recording, AWS.rolePolicy).inputs.policy)).Statement;
    assert.deepEqual(read.Resource, [
      "arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/auth-??????",
      "arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/records-??????",
    ]);
    assert.deepEqual(decrypt.Condition, {
      StringEquals: { "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com" },
    });
    const { inputs } = resourceOf(recording, AWS.podIdentity);
    assert.deepEqual([inputs.namespace, inputs.serviceAccount], ["external-secrets", "external-secrets"]);
  });

  it("takes any other store as its provider's block", async () => {
    const recording = await record({ store: GCP });
    assert.equal(resourcesOf(recording, AWS.role).length, 0);
    assert.deepEqual(
      at(resourceOf(recording, CUSTOM.clusterSecretStore).inputs, "spec", "provider", "gcpsm", "projectID"),
      "p",
    );
    assert.equal(at(releaseValues(recording), "rbac", "serviceAccountTokenCreate"), true);
  });

  it("makes no store where the cluster's owner keeps it, and reaches nothing", async () => {
    const recording = await record({ store: null });
    assert.equal(resourcesOf(recording, CUSTOM.clusterSecretStore).length, 0);
    assert.equal(recording.result.storeName, null);
    const controller = resourcesOf(recording, K8S.networkPolicy).find(({ name }) =>
      name.endsWith("allow-external-secrets"),
    );
    assert.equal((at(controller?.inputs, "spec", "egress") as unknown[]).length, 2);
  });

  it("pitfall 25: lets the API server in at the webhook", async () => {
    const webhook = resourcesOf(await record(), K8S.networkPolicy).find(({ name }) => name.endsWith("secrets-webhook"));
    assert.deepEqual(at(webhook?.inputs, "spec", "ingress", 1), {
      from: [],
      ports: [{ protocol: "TCP", port: 10250 }],
    });
  });

  it("is the same in preview", async () => {
    const preview = await record({}, true);
    assert.equal(typeof resourceOf(preview, AWS.rolePolicy).inputs.policy, "string");
    assert.deepEqual(releaseValues(preview), releaseValues(await record()));
  });

  const BAD: readonly (readonly [string, Partial<ExternalSecretsArgs>, ...string[]])[] = [
    ["a cluster it is not tested on", { kubernetesVersion: "1.33" }, "kubernetes-version"],
    ["a store for everyone", { store: { ...STORE, namespaces: [] } }, "store"],
    ["every secret", { store: { ...STORE, secretNames: ["prod/*"] } }, "store"],
    ["no secret", { store: { ...STORE, secretNames: [] } }, "store"],
    ["a key by alias", { store: { ...STORE, kmsKeyArns: ["alias/x"] } }, "store"],
    ["a store of no kind", { store: { ...STORE, kind: "file" } as never }, "store"],
    ["two providers", { store: { ...GCP, provider: { gcpsm: {}, azurekv: {} } } as SecretStoreArgs }, "store"],
    [
      "a password written out",
      { store: { ...GCP, provider: { vault: { auth: { userPass: { password: "x" } } } } } as SecretStoreArgs },
      "insecure",
    ],
    ["a store without a name", { store: { ...STORE, name: "" } }, "name"],
  ];
  for (const [what, over, ...codes] of BAD) it(`refuses ${what}`, () => assertRefused(() => make(over), ...codes));
});
