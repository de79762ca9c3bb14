import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { UserError } from "@pyairtable/diagnostics";
import { readPlatform } from "./read-platform.ts";
import { mockPlatform, type PlatformOverrides, sampleService } from "./testing/index.ts";

const STACK = "organization/pyairtable/dev";

/** Value of an output, or its failure; `unknown` where it never resolves to a value. */
function settle<T>(output: pulumi.Output<T>): Promise<T> {
  return (output as unknown as { promise(): Promise<T> }).promise();
}

async function mocked(overrides: PlatformOverrides | null = {}, options: Parameters<typeof mockPlatform>[1] = {}) {
  const mocks = mockPlatform(overrides, options);
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

describe("readPlatform", () => {
  it("gives typed outputs, lifted to any depth", async () => {
    await mocked({ network: { vpcId: "vpc-mine" } });
    const platform = readPlatform(STACK);
    const vpcId: pulumi.Output<string> = platform.network.vpcId;
    assert.equal(await settle(vpcId), "vpc-mine");
    assert.equal(await settle(platform.edge.url), "https://dev.pyairtable.example");
    assert.equal(await settle(platform.cluster.namespaceName), "pyairtable-dev.internal");
    assert.equal(await settle(platform.cost.plannedUsd), 231.8);
    assert.equal(await settle(platform.availability.sloMet), true);
    assert.deepEqual([await settle(platform.environment), await settle(platform.region)], ["dev", "us-east-1"]);
  });

  it("gives one service by name, and one that an override added", async () => {
    await mocked({ services: { "form-service": sampleService("form-service", { port: 9000 }) } });
    const platform = readPlatform(STACK);
    assert.equal(await settle(platform.service("form-service").port), 9000);
    assert.equal(await settle(platform.service("record-service").securityGroupId), "sg-record-service");
  });

  it("fails on an unknown service with the nearest names", async () => {
    await mocked();
    const error = await assertFails(settle(readPlatform(STACK).service("record-servise")), "outputs.unknown-service");
    assert.match(error.message, /Write "record-service"/);
  });

  it("gives plain values to decide the shape of a program by", async () => {
    const mocks = await mocked();
    const platform = readPlatform(STACK);
    assert.deepEqual(await platform.values(), mocks.outputs.platform);
    assert.equal((await platform.serviceValues("record-service")).port, 8080);
    await assertFails(platform.serviceValues("record"), "outputs.unknown-service");
  });

  const failures: [string, PlatformOverrides | null, string][] = [
    ["a stack without the output", null, "outputs.missing"],
    ["another contract", { contract: { name: "other.outputs" } }, "outputs.not-the-contract"],
    ["another major version", { contract: { version: "2.0.0" } }, "outputs.major-version"],
    ["a field that is missing", { edge: { url: null } }, "outputs.invalid"],
  ];
  for (const [name, overrides, code] of failures) {
    it(`fails on ${name}, as output and as value: ${code}`, async () => {
      await mocked(overrides);
      const platform = readPlatform(STACK);
      await assertFails(settle(platform.network), code);
      await assertFails(platform.values(), code);
    });
  }

  it("refuses a contract that is secret", async () => {
    await mocked({}, { secretOutputNames: ["platform"] });
    const platform = readPlatform(STACK);
    const error = await assertFails(settle(platform.all), "outputs.secret");
    assert.doesNotMatch(error.message, /vpc-/);
    await assertFails(platform.values(), "outputs.secret");
  });

  it("is not tainted by a secret beside it", async () => {
    await mocked({}, { secretOutputNames: ["databasePassword"] });
    const { vpcId } = readPlatform(STACK).network;
    assert.equal(await pulumi.isSecret(vpcId), false);
    assert.equal(await settle(vpcId), "vpc-0a");
  });

  it("keeps unknown what is unknown", async () => {
    const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    const answer = { id: STACK, state: { name: STACK, outputs: unknown, secretOutputNames: unknown } };
    await pulumi.runtime.setMocks({ newResource: () => answer, call: () => ({}) }, "consumer", "test", true);
    const { vpcId } = readPlatform(STACK).network;
    assert.equal(await (vpcId as unknown as { isKnown: Promise<boolean> }).isKnown, false);
  });

  for (const name of ["dev", "pyairtable/dev", "a/b/c/d", "a//b", "a/b/ c", ""]) {
    it(`refuses the stack name ${JSON.stringify(name)} before it asks the engine`, async () => {
      await assertFails((async () => readPlatform(name))(), "outputs.stack-name");
    });
  }
});

describe("mockPlatform", () => {
  it("records resources, adds state, and throws on calls nobody expects", async () => {
    const mocks = mockPlatform(
      {},
      { states: { "t:t:T": () => ({ arn: "arn:aws:t" }) }, calls: { "t:t:get": () => ({ ok: true }) } },
    );
    const created = await mocks.newResource({
      type: "t:t:T",
      name: "mine",
      inputs: { size: 1 },
      provider: "",
      custom: true,
      id: "",
    });
    assert.deepEqual(created, { id: "mine-id", state: { size: 1, arn: "arn:aws:t" } });
    assert.deepEqual(
      mocks.resources.map(({ name }) => name),
      ["mine"],
    );
    assert.deepEqual(mocks.call({ token: "t:t:get", inputs: {} }), { ok: true });
    assert.throws(() => mocks.call({ token: "t:t:other", inputs: {} }), /no answer for the call t:t:other/);
  });

  it("knows only the stacks it was told of", async () => {
    const mocks = mockPlatform({}, { stacks: [STACK] });
    const read = (name: string) =>
      mocks.newResource({
        type: "pulumi:pulumi:StackReference",
        name,
        inputs: { name },
        provider: "",
        custom: true,
        id: name,
      });
    assert.throws(() => read("organization/pyairtable/prod"), /unknown stack "organization\/pyairtable\/prod"/);
  });
});
