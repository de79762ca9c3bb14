import assert from "node:assert/strict";
import { resource } from "../testing/build.ts";
import { readGraph, writtenLines } from "./references.ts";

describe("the file of a graph", () => {
  const owner = resource("a:b:Owner", {}, { name: "owner", dependencies: [] });
  const graph = [
    owner,
    { ...resource("a:b:Part", { x: 1 }, { name: "part", dependencies: [owner.urn, "u"] }), parent: owner.urn },
  ];
  const lines = writtenLines(graph);

  it("refers to resources by their line", () => {
    const { parent, dependencies } = JSON.parse(lines[1]!);
    assert.deepEqual([parent, dependencies], [0, [0, "u"]]);
  });

  it("does not depend on the order the engine showed", () => {
    assert.deepEqual(writtenLines(graph.toReversed()), lines);
  });

  it("is read as it was written", () => assert.deepEqual(readGraph(`[${lines.join(",")}]`), graph));
});
