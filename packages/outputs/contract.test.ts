import assert from "node:assert/strict";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { platformSchema } from "./contract.ts";
import { describeContract } from "./describe.ts";
import { platformJsonSchema } from "./json-schema.ts";
import { leaves, without, withValue } from "./testing/leaves.ts";
import { samplePlatform } from "./testing/sample-platform.ts";

const validate = new Ajv2020({ strict: true }).compile(platformJsonSchema());
const paths = leaves(samplePlatform());

describe("outputs contract", () => {
  it("accepts the sample, and fields that a later minor may add", () => {
    const later = { ...samplePlatform(), failover: { region: "us-west-2" } };
    assert.deepEqual(platformSchema.parse(later), samplePlatform());
    assert.ok(validate(later));
  });

  it("has no optional leaf: every one that is left out is refused, by zod and by the JSON schema", () => {
    const named = paths.filter((path) => !/^\d+$/.test(path.at(-1)!));
    assert.ok(named.length >= 40);
    for (const path of named) {
      const broken = without(samplePlatform(), path);
      assert.equal(platformSchema.safeParse(broken).success, false, path.join("."));
      assert.equal(validate(broken), false, path.join("."));
    }
  });

  it("is the same contract in zod and in JSON schema", () => {
    const value = fc.oneof(
      fc.constantFrom(null, true, "USD", "batch", "sg-1", "vpc-1", "1.2.3", "2.0.0", "arn:aws:x", "https://a", [], {}),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
      fc.integer({ min: -1, max: 70_000 }),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), value, (path, wrong) => {
        const changed = withValue(samplePlatform(), path, wrong);
        assert.equal(
          platformSchema.safeParse(changed).success,
          validate(changed),
          `${path.join(".")} = ${JSON.stringify(wrong)}`,
        );
      }),
      { numRuns: 400 },
    );
  });

  it("says what every field means", () => {
    const fields = describeContract();
    assert.deepEqual(
      fields.filter(({ meaning }) => meaning.length < 10).map(({ path }) => path),
      [],
    );
    assert.ok(fields.some(({ path }) => path === "platform.services.<service>.securityGroupId"));
    assert.ok(fields.some(({ path }) => path === "platform.network.privateSubnetIds[]"));
  });

  it("refuses a service name that no catalog can hold", () => {
    const sample = samplePlatform();
    const services = { "Record Service": sample.services["record-service"] };
    assert.equal(platformSchema.safeParse({ ...sample, services }).success, false);
  });
});
