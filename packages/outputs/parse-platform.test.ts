import assert from "node:assert/strict";
import { nearestNames, UserError } from "@pyairtable/diagnostics";
import { findService, parsePlatform } from "./parse-platform.ts";
import { samplePlatform } from "./testing/sample-platform.ts";

const STACK = "organization/pyairtable/dev";

function problem(value: unknown): UserError {
  try {
    parsePlatform(value, STACK);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  return assert.fail("accepted");
}

function withContract(contract: unknown): unknown {
  return { ...samplePlatform(), contract };
}

describe("parsePlatform", () => {
  it("returns a valid contract as it is", () => {
    assert.deepEqual(parsePlatform(samplePlatform(), STACK), samplePlatform());
  });

  it("reads later minors and patches of its own major", () => {
    for (const version of ["1.0.1", "1.9.0", "1.12.34"]) {
      const platform = parsePlatform(withContract({ name: "pyairtable.outputs", version }), STACK);
      assert.equal(platform.contract.version, version);
    }
  });

  const envelopes: [string, unknown, string, RegExp][] = [
    ["no output", undefined, "outputs.missing", /Deploy the platform there first/],
    ["null", null, "outputs.missing", /check the stack's name/],
    ["an output of something else", { url: "https://x" }, "outputs.not-the-contract", /Point the reader/],
    ["text", "hello", "outputs.not-the-contract", /Point the reader/],
    [
      "another contract's name",
      withContract({ name: "other", version: "1.0.0" }),
      "outputs.not-the-contract",
      /"other"/,
    ],
    ["no version", withContract({ name: "pyairtable.outputs" }), "outputs.not-the-contract", /1\.x/],
    [
      "a version that is none",
      withContract({ name: "pyairtable.outputs", version: "1" }),
      "outputs.not-the-contract",
      /1\.x/,
    ],
    [
      "a later major",
      withContract({ name: "pyairtable.outputs", version: "2.0.0" }),
      "outputs.major-version",
      /Upgrade @pyairtable\/outputs to 2\.x/,
    ],
    [
      "an earlier major",
      withContract({ name: "pyairtable.outputs", version: "0.9.0" }),
      "outputs.major-version",
      /stay on @pyairtable\/outputs 0\.x/,
    ],
  ];
  for (const [name, value, code, message] of envelopes) {
    it(`refuses ${name} with one problem: ${code}`, () => {
      const error = problem(value);
      assert.deepEqual(
        error.diagnostics.map((d) => d.code),
        [code],
      );
      assert.match(error.message, message);
    });
  }

  it("lists every broken value with its path, and not the envelope's problems", () => {
    const sample = samplePlatform();
    const error = problem({
      ...sample,
      region: 7,
      network: { ...sample.network, vpcId: "10.0.0.0" },
      services: { "record-service": { ...sample.services["record-service"], port: 70_000 } },
    });
    assert.deepEqual(
      error.diagnostics.map((d) => [d.path, d.got]),
      [
        [`${STACK}: platform.network.vpcId`, '"10.0.0.0"'],
        [`${STACK}: platform.region`, "7"],
        [`${STACK}: platform.services.record-service.port`, "70000"],
      ],
    );
    assert.match(error.message, /Report it to the platform team/);
  });
});

describe("findService", () => {
  it("returns the service of that name", () => {
    assert.equal(findService(samplePlatform(), "record-service", STACK).tier, "critical");
  });

  it("offers the nearest names, nearest first", () => {
    assert.throws(
      () => findService(samplePlatform(), "records-service", STACK),
      (error: UserError) => {
        assert.equal(error.diagnostics[0]!.code, "outputs.unknown-service");
        assert.match(error.diagnostics[0]!.wanted, /such as record-service, webhook-dispatcher/);
        assert.match(error.diagnostics[0]!.fix, /Write "record-service"/);
        return true;
      },
    );
  });

  it("does not take what every object has for a service", () => {
    assert.throws(() => findService(samplePlatform(), "constructor", STACK), UserError);
  });

  it("says so when there are no services at all", () => {
    assert.throws(() => findService({ ...samplePlatform(), services: {} }, "x", STACK), /this stack has none/);
  });

  it("ranks by edits, then by name, and keeps three", () => {
    assert.deepEqual(nearestNames("cat", ["dog", "cart", "at", "bat", "cats"]), ["at", "bat", "cart"]);
    assert.deepEqual(nearestNames("", ["b", "a"]), ["a", "b"]);
  });
});
