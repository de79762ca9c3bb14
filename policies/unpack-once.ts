import struct from "google-protobuf/google/protobuf/struct_pb.js";

/**
 * The SDK unpacks a resource's properties anew for every rule, and all resources for every stack rule: some 30,000
 * times in a preview of prod. Unpacked once here; safe, as the SDK copies what it gets before a rule sees it.
 */
export function unpackOnce(): void {
  const { prototype } = struct.Struct;
  const unpack = prototype.toJavaScript;
  const unpacked = new WeakMap<object, ReturnType<typeof unpack>>();
  prototype.toJavaScript = function once() {
    const known = unpacked.get(this) ?? unpack.call(this);
    unpacked.set(this, known);
    return known;
  };
}
