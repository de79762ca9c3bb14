import assert from "node:assert/strict";
import { refusal } from "../../test/malformed/refusal.ts";
import { helpText, readOptions } from "./options.ts";

const OPTIONS = {
  stack: { type: "string", value: "name", help: "the environment", default: "prod" },
  usage: { type: "string", value: "file", help: "a usage file" },
  json: { type: "boolean", help: "as JSON" },
} as const;
const read = (...argv: string[]) => readOptions("plan", OPTIONS, argv);
const got = (...argv: string[]) => refusal(() => read(...argv)).diagnostics.map((one) => one.got);

describe("flags of a command", () => {
  it("have defaults", () => {
    assert.deepEqual(read(), { stack: "prod", usage: undefined, json: false, help: false });
    assert.deepEqual(read("--stack", "dev", "--json"), { stack: "dev", usage: undefined, json: true, help: false });
    assert.equal(read("--stack=dev").stack, "dev");
  });
  it("that are unknown, twice, without value or with one too many are errors, all at once", () => {
    assert.deepEqual(got("--stak=dev"), ["--stak"]);
    assert.deepEqual(got("--constructor"), ["--constructor"]);
    assert.deepEqual(got("dev"), ['"dev"']);
    assert.deepEqual(got("--stack"), ["no value"]);
    assert.deepEqual(got("--stack", "--json"), ["no value"]);
    assert.deepEqual(got("--json=yes"), ["yes"]);
    assert.deepEqual(got("--json", "--json"), ["the flag twice"]);
    assert.equal(got("--stak=dev", "word", "--json=1").length, 3);
  });
  it("are listed by --help", () => {
    assert.equal(read("--help").help, true);
    const text = helpText("plan", "Prints.", OPTIONS);
    for (const part of ["npm run plan", "--stack <name>", "(prod)", "--usage <file>", "--json", "--help"]) {
      assert.ok(text.includes(part), part);
    }
  });
});
