import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { child, type Replaced, type Transforms } from "./transform.ts";

interface Sized {
  size: number;
  tags: Record<string, string>;
  from?: pulumi.Input<string>;
}

const grow = (args: Sized): void => {
  args.size += 1;
};

describe("child", () => {
  const frozen: Sized = Object.freeze({ size: 1, tags: Object.freeze({ Project: "p" }) });

  it("passes args and opts through where there is no transform", () => {
    const opts = { protect: true };
    assert.deepEqual(child(undefined, "a", frozen, opts), ["a", frozen, opts]);
  });

  it("lets a transform mutate copies, even of frozen values", () => {
    const opts: pulumi.CustomResourceOptions = {};
    const [, args, changed] = child(
      (args: Sized, opts, name) => {
        args.size = 2;
        args.tags.Extra = name;
        opts.protect = true;
      },
      "a",
      frozen,
      opts,
    );
    assert.deepEqual(args, { size: 2, tags: { Project: "p", Extra: "a" } });
    assert.equal(changed.protect, true);
    assert.deepEqual([frozen.tags, opts], [{ Project: "p" }, {}]);
  });

  it("takes what a transform returns in place of what it was given", () => {
    const replaced = { args: { size: 9, tags: {} }, opts: { protect: true } };
    assert.deepEqual(
      child((): Replaced<Sized> => replaced, "a", frozen, {}),
      ["a", replaced.args, replaced.opts],
    );
  });

  it("keeps Outputs the same object", () => {
    const from = pulumi.output("x");
    const [, args] = child(grow, "a", { ...frozen, from }, {});
    assert.equal(args.from, from);
  });

  it("types each child's args", () => {
    const transforms: Transforms<{ one: Sized }> = { one: grow };
    assert.equal(child(transforms.one, "a", frozen, {})[1].size, 2);
  });
});
