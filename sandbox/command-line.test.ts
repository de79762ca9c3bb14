import assert from "node:assert/strict";
import { factsOf, parseCommandLine } from "./command-line.ts";

describe("command line", () => {
  const cases: [line: string, words: string, stack: string | undefined, cwd: string | undefined][] = [
    ["up --stack dev --yes", "up", "dev", undefined],
    ["-s prod preview --diff", "preview", "prod", undefined],
    ["--cwd=examples/consumer up --stack=dev", "up", "dev", "examples/consumer"],
    ["-C x stack output --json", "stack output", undefined, "x"],
    ["--color never destroy -s dev", "destroy", "dev", undefined],
    ["config set a b -- -s no", "config set a b", undefined, undefined],
  ];
  for (const [line, words, stack, cwd] of cases) {
    it(`reads: ${line}`, () => {
      const read = parseCommandLine(line.split(" "));
      assert.deepEqual([read.words.join(" "), read.stack, read.cwd], [words, stack, cwd]);
      assert.deepEqual(read.args, line.split(" "));
    });
  }
  it("knows which commands need a stack and which the providers", () => {
    const needs = (line: string): boolean[] => {
      const { stack = false, providers = false } = factsOf(parseCommandLine(line.split(" ")));
      return [stack, providers];
    };
    assert.deepEqual(needs("up"), [true, true]);
    assert.deepEqual(needs("stack output"), [true, false]);
    assert.deepEqual(needs("stack ls"), [false, false]);
    assert.deepEqual(needs("version"), [false, false]);
    assert.deepEqual(needs("policy analyze"), [false, true]);
  });
});
