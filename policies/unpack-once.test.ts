import assert from "node:assert/strict";
import struct from "google-protobuf/google/protobuf/struct_pb.js";
import { unpackOnce } from "./unpack-once.ts";

describe("unpackOnce", () => {
  it("gives each message its own value, unpacked once", () => {
    const { prototype } = struct.Struct;
    const original = prototype.toJavaScript;
    try {
      unpackOnce();
      const one = struct.Struct.fromJavaScript({ size: 256, tags: { Service: "a" } });
      const other = struct.Struct.fromJavaScript({ size: 512 });
      assert.deepEqual(one.toJavaScript(), { size: 256, tags: { Service: "a" } });
      assert.equal(one.toJavaScript(), one.toJavaScript());
      assert.deepEqual(other.toJavaScript(), { size: 512 });
    } finally {
      prototype.toJavaScript = original;
    }
  });
});
