import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ruleCatalogue } from "@pyairtable/policies/catalogue";

const DOCS = join(import.meta.dirname, "../../docs");
const page = readFileSync(join(DOCS, "pitfalls.md"), "utf8");
const rules = new Set(ruleCatalogue.map(({ id }) => id));
const rows = page
  .split("\n")
  .filter((line) => /^\| *\d+ /.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, number, , , holds]) => ({ number: number as string, holds: holds as string }));

describe("docs/pitfalls.md", () => {
  it("has a row for each pitfall of the field", () =>
    assert.deepEqual(
      rows.map(({ number }) => Number(number)),
      [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 20, 21, 25, 27, 31, 33],
    ));

  for (const { number, holds } of rows) {
    it(`names tests and rules of pitfall ${number} that there are`, () => {
      const files = [...holds.matchAll(/\]\(([^)]+)\)/g)].map((match) => join(DOCS, match[1]!));
      assert.ok(files.length > 0);
      for (const file of files) {
        assert.ok(existsSync(file), file);
        assert.match(readFileSync(file, "utf8"), new RegExp(`pitfalls? (\\d+, )?${number}\\b`), file);
      }
      const named = [...holds.matchAll(/`([a-z0-9-]+)`/g)].map((match) => match[1]!);
      assert.deepEqual(
        named.filter((id) => !rules.has(id)),
        [],
      );
    });
  }
});
