import assert from "node:assert/strict";
import { isPinned, resolveImage } from "./images.ts";

const resolve = (image: string, region = "us-east-1") => resolveImage(image, "111122223333", region);

describe("images", () => {
  it("come from the account's registry unless a host is named", () => {
    assert.deepEqual(resolve("pyairtable/auth:1.0.0"), {
      image: "111122223333.dkr.ecr.us-east-1.amazonaws.com/pyairtable/auth:1.0.0",
      repository: "pyairtable/auth",
    });
    assert.equal(resolve("registry.example/acme/auth:1.0.0").repository, null);
    assert.equal(resolve("localhost:5000/auth:1.0.0").image, "localhost:5000/auth:1.0.0");
  });

  it("know their own registry when it is written out, and China's domain", () => {
    const full = "111122223333.dkr.ecr.us-east-1.amazonaws.com/auth:1.0.0";
    assert.deepEqual(resolve(full), { image: full, repository: "auth" });
    assert.equal(resolve("auth:1", "cn-north-1").image, "111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/auth:1");
  });

  it("keep a digest out of the repository's name", () => {
    const digest = `sha256:${"a".repeat(64)}`;
    assert.equal(resolve(`pyairtable/auth@${digest}`).repository, "pyairtable/auth");
    assert.ok(isPinned(`pyairtable/auth@${digest}`));
  });

  it("are pinned by a tag that is not latest, or a whole digest", () => {
    assert.ok(isPinned("host:5000/a/b:1.2.3"));
    for (const image of ["a/b", "a/b:latest", "host:5000/a/b", "a/b@sha256:12", "a/b:", ""])
      assert.ok(!isPinned(image), image);
  });
});
