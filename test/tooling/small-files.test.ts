import assert from "node:assert/strict";
import { fileSet, repositoryFiles } from "./file-set.ts";
import { longFiles, MOST_LINES, unfinished } from "./small-files.ts";

describe("files stay small", () => {
  it("in the repository", () => assert.deepEqual(longFiles(repositoryFiles()), []));
  it("and one line more is named", () => {
    const lines = (count: number) => "x\n".repeat(count);
    const files = fileSet({
      "a.ts": lines(MOST_LINES + 1),
      "b.ts": lines(MOST_LINES),
      "c.md": `<!-- Generated -->\n${lines(900)}`,
      "d.json": lines(900),
    });
    assert.deepEqual(longFiles(files), ["a.ts has 301 lines; 300 is the most"]);
  });
});

describe("nothing is left open", () => {
  it("in the repository", () => assert.deepEqual(unfinished(repositoryFiles()), []));
  it("and a note to self, a test switched off or run alone is named", () => {
    const files = fileSet({
      "a.ts": `// TO${"DO"} later`,
      "b.test.ts": ["it.", 'skip("x")'].join(""),
      "c.test.ts": ["describe.", 'only("x")'].join(""),
      "d.ts": "list.skip(1)",
    });
    assert.deepEqual(
      unfinished(files).map((offence) => offence.split(" ")[0]),
      ["a.ts:1", "b.test.ts:1", "c.test.ts:1"],
    );
  });
});
