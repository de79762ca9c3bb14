import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { nothingComputed, recordProgram, resourceOf, resourcesOf, settled, UNKNOWN } from "./test-mocks.ts";

const BUCKET = "test:index:Bucket";
class Bucket extends pulumi.CustomResource {
  declare readonly arn: pulumi.Output<string>;
  declare readonly size: pulumi.Output<number>;
  constructor(name: string, args: { size: pulumi.Input<number> }) {
    super(BUCKET, name, { ...args, arn: undefined });
  }
}

describe("recordProgram", () => {
  const world = { types: { [BUCKET]: nothingComputed } };

  it("records inputs, and knows computed outputs after an update", async () => {
    const recording = await recordProgram(world, false, () => new Bucket("a", { size: 1 }));
    assert.deepEqual(resourceOf(recording, BUCKET).inputs, { size: 1 });
    assert.match(await settled(recording.result.arn), /^arn:aws:/);
  });

  it("leaves computed outputs unknown in preview, and inputs known", async () => {
    const recording = await recordProgram(world, true, () => {
      const first = new Bucket("a", { size: 1 });
      new Bucket("b", { size: first.arn.apply((arn) => arn.length) });
      return first;
    });
    assert.equal(await settled(recording.result.arn), UNKNOWN);
    assert.equal(await settled(recording.result.size), 1);
    assert.deepEqual(
      resourcesOf(recording, BUCKET).map((r) => r.inputs.size),
      [1, UNKNOWN],
    );
  });

  it("fails on a type or a call that the world lacks", async () => {
    await assert.rejects(
      recordProgram({ types: {} }, false, () => new Bucket("a", { size: 1 })),
      /test:index:Bucket/,
    );
    await assert.rejects(
      recordProgram(world, false, () => {
        pulumi.runtime.invoke("test:index:secret", {}).catch(() => undefined);
      }),
      /function test:index:secret/,
    );
  });
});
