import assert from "node:assert/strict";
import rpc from "@pulumi/pulumi/runtime/rpc.js";
import { equal, hasUnknown, plain, strings, UNKNOWN } from "./values.ts";

describe("property values", () => {
  it("uses the SDK's mark for unknown values", () => {
    assert.equal(UNKNOWN, rpc.unknownValue);
    assert.ok(hasUnknown({ a: [{ b: UNKNOWN }] }));
    assert.ok(!hasUnknown({ a: ["b"] }));
  });
  it("unwraps secrets as the SDK wraps them", () => {
    const secret = { [rpc.specialSigKey]: rpc.specialSecretSig, value: { password: "x" } };
    assert.deepEqual(plain({ login: secret, rest: [secret] }), { login: { password: "x" }, rest: [{ password: "x" }] });
  });
  it("compares by content, whatever the order of keys", () => {
    assert.ok(equal({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }));
    assert.ok(!equal([1, 2], [2, 1]));
    assert.ok(!equal({ a: 1 }, { a: 1, b: 2 }));
  });
  it("names every string by its path", () => {
    const found = [...strings({ a: ["x", { "b.c": "y" }] })].map(({ path, value }) => `${path}=${value}`);
    assert.deepEqual(found, ["a[0]=x", 'a[1]["b.c"]=y']);
  });
});
