import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { generate as errorsPage } from "../docs-errors.ts";
import { generate as policiesPage } from "../docs-policies.ts";
import { collectErrorCodes } from "./error-codes.ts";
import { MARKDOWN_NOTICE } from "./generated-file.ts";
import { markdownTable } from "./markdown.ts";

describe("generated pages", () => {
  const { content: errors } = errorsPage()[0]!;
  const { content: policies } = policiesPage()[0]!;

  it("say in their first line that they are generated", () => {
    for (const page of [errors, policies]) assert.equal(page.split("\n")[0], MARKDOWN_NOTICE);
  });
  it("have codes of every room", () => {
    for (const room of ["catalog", "config", "ecs", "network", "sandbox"])
      assert.match(errors, new RegExp(`^## ${room}$`, "m"));
  });
  it("have a section for each rule of the index", () => {
    const linked = [...policies.matchAll(/\]\(#([a-z0-9-]+)\)/g)].map((match) => match[1]!);
    assert.ok(linked.length >= 40, String(linked.length));
    for (const id of linked) assert.ok(policies.includes(`\n## ${id}\n`), id);
  });
});

describe("a Markdown table", () => {
  it("keeps its columns whatever is in a cell", () => {
    assert.equal(markdownTable(["a", "b"], [["x|y", "1\n2"]]), "| a    | b   |\n| ---- | --- |\n| x\\|y | 1 2 |");
  });
});

describe("lists of error codes", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "pyairtable-codes-"));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const list = (path: string, code: string, meaning: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), JSON.stringify([{ code, meaning, fix: "Do it." }]));
  };

  it("are joined and sorted, and a room's own wins over the common one", () => {
    list("b/error-codes.json", "b.x", "room");
    list("a/error-codes.json", "a.x", "room");
    list("scripts/generate/data/error-codes.json", "b.x", "common");
    list("node_modules/c/error-codes.json", "c.x", "outside");
    assert.deepEqual(
      collectErrorCodes(root).map(({ code, meaning }) => `${code} ${meaning}`),
      ["a.x room", "b.x room"],
    );
  });
  it("of two rooms don't overlap", () => {
    list("a/error-codes.json", "a.x", "");
    list("b/error-codes.json", "a.x", "");
    assert.throws(() => collectErrorCodes(root), /b\/error-codes\.json and a\/error-codes\.json both list a\.x/);
  });
});
