import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { UserError } from "@pyairtable/diagnostics";
import { readKubernetes, readPlatform } from "../read-platform.ts";
import { mockPlatform, type PlatformOverrides, sampleKubernetesService } from "../testing/index.ts";

const STACK = "organization/pyairtable/dev";

function settle<T>(output: pulumi.Output<T>): Promise<T> {
  return (output as unknown as { promise(): Promise<T> }).promise();
}

async function mocked(
  platform: PlatformOverrides | null,
  kubernetes: PlatformOverrides | undefined,
  options: Parameters<typeof mockPlatform>[1] = {},
) {
  const mocks = mockPlatform(platform, { ...options, ...(kubernetes === undefined ? {} : { kubernetes }) });
  await pulumi.runtime.setMocks(mocks, "consumer", "test", true, "organization");
  return mocks;
}

/** Asserts the code of the single diagnostic, and that Pulumi will hide the stack trace. */
async function assertFails(promise: Promise<unknown>, code: string): Promise<UserError> {
  const error = await promise.then(
    () => assert.fail("resolved"),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof UserError, String(error));
  assert.deepEqual(
    error.diagnostics.map((d) => d.code),
    [code],
  );
  assert.ok(pulumi.RunError.isInstance(error));
  return error;
}

describe("readKubernetes", () => {
  it("gives typed outputs, lifted to any depth, of a stack with both halves or this one alone", async () => {
    for (const platform of [{}, null]) {
      await mocked(platform, { services: { mine: sampleKubernetesService("mine", { port: 9000 }) } });
      const kubernetes = readKubernetes(STACK);
      const endpoint: pulumi.Output<string | null> = kubernetes.cluster.endpoint;
      assert.match((await settle(endpoint)) ?? "", /^https:/);
      assert.equal(await settle(kubernetes.mode), "eks");
      assert.equal(await settle(kubernetes.environment), "dev");
      assert.equal(await settle(kubernetes.service("mine").port), 9000);
      assert.equal(await settle(kubernetes.cost.clusterUsd), 138.6);
      assert.equal(await settle(kubernetes.availability.service), "webhook-dispatcher");
      assert.deepEqual(Object.keys(await settle(kubernetes.addOns)).sort(), ["argo-cd", "keda"]);
      assert.deepEqual(Object.keys(await settle(kubernetes.namespaces)), ["pyairtable-records"]);
      assert.equal((await settle(kubernetes.gitops)).labels.has_keda, "true");
    }
  });

  it("gives plain values to decide the shape of a program by", async () => {
    const mocks = await mocked(null, {});
    const kubernetes = readKubernetes(STACK);
    assert.deepEqual(await kubernetes.values(), mocks.outputs.kubernetes);
    assert.equal((await kubernetes.serviceValues("record-service")).namespace, "pyairtable-records");
    const error = await assertFails(settle(kubernetes.service("record-servise")), "outputs.unknown-service");
    assert.match(error.message, /kubernetes\.services[\s\S]*Write "record-service"/);
  });

  it("says that a stack runs on ECS where it has no such half", async () => {
    await mocked({}, undefined);
    const kubernetes = readKubernetes(STACK);
    const error = await assertFails(settle(kubernetes.all), "outputs.no-kubernetes-half");
    assert.match(error.message, /the output platform[\s\S]*readPlatform/);
    await assertFails(kubernetes.values(), "outputs.no-kubernetes-half");
  });

  it("says that nothing is there where nothing is", async () => {
    await mocked(null, undefined);
    await assertFails(settle(readKubernetes(STACK).all), "outputs.missing");
    await assertFails(settle(readPlatform(STACK).all), "outputs.missing");
  });

  const failures: [string, PlatformOverrides, string][] = [
    ["another contract", { contract: { name: "pyairtable.outputs" } }, "outputs.not-the-contract"],
    ["another major version", { contract: { version: "2.0.0" } }, "outputs.major-version"],
    ["a field that is missing", { cluster: { version: null } }, "outputs.invalid"],
  ];
  for (const [name, overrides, code] of failures) {
    it(`fails on ${name}: ${code}`, async () => {
      await mocked({}, overrides);
      await assertFails(settle(readKubernetes(STACK).cluster), code);
    });
  }

  it("refuses a contract that is secret, and a malformed stack name", async () => {
    await mocked({}, {}, { secretOutputNames: ["kubernetes"] });
    await assertFails(settle(readKubernetes(STACK).all), "outputs.secret");
    assert.equal(await settle(readPlatform(STACK).network.vpcId), "vpc-0a");
    const error = await assertFails((async () => readKubernetes("dev"))(), "outputs.stack-name");
    assert.match(error.message, /readKubernetes\(stack\)/);
  });
});

describe("readPlatform of a stack without ECS", () => {
  it("says where to look instead", async () => {
    await mocked(null, {});
    const platform = readPlatform(STACK);
    const error = await assertFails(settle(platform.network), "outputs.no-ecs-half");
    assert.match(error.message, /the output kubernetes[\s\S]*readKubernetes/);
    await assertFails(platform.values(), "outputs.no-ecs-half");
  });
});
