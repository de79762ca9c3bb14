import assert from "node:assert/strict";
import fc from "fast-check";
import type { Properties } from "../../values.ts";
import { liveInputs } from "./live-inputs.ts";

const input = (spec: Properties): Properties => ({ spec });

describe("live inputs", () => {
  it("keep the program's writing where the server means the same", () => {
    const inputs = input({ cpu: "1000m", ports: [{ port: 80 }] });
    const server = input({ cpu: "1", ports: [{ port: 80, protocol: "TCP" }], filledIn: true });
    assert.deepEqual(liveInputs(inputs, server, server, undefined), inputs);
  });

  const drifts: [string, Properties, Properties, Properties, Properties][] = [
    ["a changed value", { replicas: 2 }, { replicas: 2 }, { replicas: 3 }, { replicas: 3 }],
    ["a value that was taken away", { a: 1, b: 2 }, { a: 1, b: 2 }, { a: 1 }, { a: 1 }],
    ["a list with more items", { args: ["a"] }, { args: ["a"] }, { args: ["a", "b"] }, { args: ["a", "b"] }],
    ["a list with fewer items", { args: ["a", "b"] }, { args: ["a", "b"] }, { args: ["a"] }, { args: ["a"] }],
    ["another quantity", { cpu: "1000m" }, { cpu: "1" }, { cpu: "2" }, { cpu: "2" }],
    ["a value of another type", { a: { b: 1 } }, { a: { b: 1 } }, { a: "b" }, { a: "b" }],
  ];
  for (const [title, inputs, wanted, live, expected] of drifts) {
    it(`show ${title}`, () => {
      assert.deepEqual(liveInputs(input(inputs), input(wanted), input(live), undefined), input(expected));
    });
  }

  it("leave out what the program does not set", () => {
    const live = input({ replicas: 1, strategy: { type: "RollingUpdate" } });
    assert.deepEqual(liveInputs(input({ replicas: 1 }), live, live, undefined), input({ replicas: 1 }));
  });

  const owned = {
    "f:spec": {
      "f:containers": { 'k:{"name":"web"}': { "f:image": {} } },
      "f:ports": { 'k:{"port":80,"protocol":"TCP"}': {} },
      "f:finalizers": { 'v:"mine"': {} },
    },
  };

  it("find list items by what names them, whatever others put between", () => {
    const inputs = input({ containers: [{ name: "web", image: "a:1" }] });
    const wanted = input({ containers: [{ name: "sidecar" }, { name: "web", image: "a:1", pull: "Always" }] });
    const live = input({ containers: [{ name: "sidecar" }, { name: "web", image: "b:2", pull: "Always" }] });
    assert.deepEqual(liveInputs(inputs, wanted, live, owned), input({ containers: [{ name: "web", image: "b:2" }] }));
  });

  it("find an item whose name the server completed", () => {
    const inputs = input({ ports: [{ port: 80, targetPort: 8080 }] });
    const wanted = input({ ports: [{ port: 80, protocol: "TCP", targetPort: 8080 }] });
    const live = input({ ports: [{ port: 80, protocol: "TCP", targetPort: 9090 }] });
    assert.deepEqual(liveInputs(inputs, wanted, live, owned), input({ ports: [{ port: 80, targetPort: 9090 }] }));
  });

  it("drop an item that is gone, and keep a set's items of ours alone", () => {
    const gone = input({ containers: [{ name: "web", image: "a:1" }] });
    assert.deepEqual(liveInputs(gone, gone, input({ containers: [] }), owned), input({ containers: [] }));
    const set = input({ finalizers: ["mine"] });
    const live = input({ finalizers: ["theirs", "mine"] });
    assert.deepEqual(liveInputs(set, set, live, owned), set);
  });

  it("read a Secret's stringData from what became of it", () => {
    const inputs = { stringData: { token: "a", other: "b" } };
    const data = { token: btoa("a"), other: btoa("b") };
    assert.deepEqual(liveInputs(inputs, { data }, { data }, undefined), inputs);
    const changed = { data: { token: btoa("x") } };
    assert.deepEqual(liveInputs(inputs, { data }, changed, undefined), { stringData: { token: "x" } });
  });

  it("are the inputs whenever the server holds what it would make of them", () => {
    const json = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(json, json, (inputs, server) => {
        const [given, held] = [inputs as Properties, server as Properties];
        assert.deepEqual(liveInputs({ spec: given }, { spec: held }, { spec: held }, undefined), { spec: given });
      }),
    );
  });
});
