import assert from "node:assert/strict";
import { fileSet, repositoryFiles } from "./file-set.ts";
import { unportableText } from "./portable-text.ts";

/** Put together here, so that this file does not hold what it looks for. */
const slash = (...parts: string[]) => `/${parts.join("/")}`;
const host = (...parts: string[]) => parts.join(".");

describe("text that holds on any machine", () => {
  it("is all there is", () => assert.deepEqual(unportableText(repositoryFiles()), []));

  const mutants: [text: string, what: string][] = [
    [`cd ${slash("work", "main")}`, "a path of one machine"],
    [`"${slash("home", "someone", "x")}"`, "a path of one machine"],
    [`cache in ${slash("root", ".cache")}`, "a path of one machine"],
    [`https://${host("registry", "npmjs", "org")}/x`, "a registry host"],
    [`GOPROXY=https://${host("proxy", "golang", "org")}`, "a registry host"],
    [`"resolved": "${"https"}://example.com/x.tgz"`, "a lock file entry with its host"],
  ];
  for (const [text, what] of mutants) {
    it(`finds ${what} in ${text}`, () => {
      assert.deepEqual(unportableText(fileSet({ "a.md": `first\n${text}\n` })), [`a.md:2 holds ${what}`]);
    });
  }

  it("takes routes and IAM paths for what they are", () => {
    const text = 'paths: ["/home"], role: "app/root/x", url: "https://example.com/root"';
    assert.deepEqual(unportableText(fileSet({ "a.ts": text })), []);
  });
});
