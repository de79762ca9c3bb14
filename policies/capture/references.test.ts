import assert from "node:assert/strict";
import { resource } from "../testing/build.ts";
import { readGraph, writtenLines } from "./references.ts";

describe("the file of a graph", () => {
  const owner = resource("a:b:Owner", {}, { name: "owner", dependencies: [] });
  const graph = [
    owner,
    resource("a:b:Owned", { x: 1 }, { name: "owned", parent: owner.urn, dependencies: [owner.urn, "u"] }),
  ];
  const lines = writtenLines(graph);

  it("refers to resources by their line", () => {
    const { parent, dependencies } = JSON.parse(lines[1]!);
    assert.deepEqual([parent, dependencies], [0, [0, "u"]]);
  });

  it("is read as it was written", () => assert.deepEqual(readGraph(`[${lines.join(",")}]`), graph));
});
