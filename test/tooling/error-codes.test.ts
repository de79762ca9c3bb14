import assert from "node:assert/strict";
import { collectErrorCodes } from "../../scripts/generate/lib/error-codes.ts";
import { unlistedCodes } from "./error-codes.ts";
import { fileSet, ROOT, repositoryFiles } from "./file-set.ts";

describe("error codes", () => {
  it("are all explained", () => {
    const listed = new Set(collectErrorCodes(ROOT).map(({ code }) => code));
    assert.deepEqual(unlistedCodes(repositoryFiles(), listed), []);
  });
  it("and one that is not is named", () => {
    const files = fileSet({ "stacks/a.ts": 'f({ code: "config.new" }, { code: "config.old" })' });
    assert.deepEqual(unlistedCodes(files, new Set(["config.old"])), [
      "stacks/a.ts: config.new is in no error-codes.json",
    ]);
  });
});
