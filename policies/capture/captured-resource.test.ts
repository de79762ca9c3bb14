import assert from "node:assert/strict";
import { type PolicyResource, unknownCheckingProxy } from "@pulumi/policy";
import { UNKNOWN } from "../testing/captured.ts";
import { captured } from "./captured-resource.ts";

const opts = { protect: false, ignoreChanges: ["desiredCount"], aliases: [], additionalSecretOutputs: [] };
const of = (props: Record<string, unknown>) =>
  ({
    type: "t",
    urn: "u",
    name: "n",
    opts,
    props: unknownCheckingProxy(props),
    parent: { urn: "p" },
    dependencies: [{ urn: "d" }],
  }) as unknown as PolicyResource;

describe("captured", () => {
  it("keeps unknown values as the engine sent them, and references by URN", () => {
    assert.deepEqual(captured(of({ a: UNKNOWN, b: [1] }), undefined), {
      type: "t",
      urn: "u",
      name: "n",
      props: { a: UNKNOWN, b: [1] },
      opts: { ignoreChanges: ["desiredCount"] },
      parent: "p",
      dependencies: ["d"],
    });
  });

  it("keeps inputs beside outputs only where they differ", () => {
    assert.equal("inputs" in captured(of({ a: 1 }), unknownCheckingProxy({ a: 1 })), false);
    assert.deepEqual(captured(of({ a: 1, arn: UNKNOWN }), unknownCheckingProxy({ a: 1 })).inputs, { a: 1 });
  });

  it("takes inputs for outputs that a preview does not have", () => {
    const { props, inputs } = captured(of({}), unknownCheckingProxy({ a: 1 }));
    assert.deepEqual([props, inputs], [{ a: 1 }, undefined]);
  });
});
