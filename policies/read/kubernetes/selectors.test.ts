import assert from "node:assert/strict";
import type { LabelSelector } from "../../kubernetes-types.ts";
import { isEmpty, selects } from "./selectors.ts";

const labels = { app: "a", tier: "x" };
const expression = (key: string, operator: string, values?: string[]): LabelSelector => ({
  matchExpressions: [{ key, operator, values }],
});

describe("a label selector", () => {
  const cases: [name: string, selector: LabelSelector | undefined, takes: boolean][] = [
    ["that is absent", undefined, false],
    ["that is empty", {}, true],
    ["of equal labels", { matchLabels: { app: "a" } }, true],
    ["of another value", { matchLabels: { app: "a", tier: "y" } }, false],
    ["In", expression("app", "In", ["a", "b"]), true],
    ["In, elsewhere", expression("app", "In", ["b"]), false],
    ["In, of a label not there", expression("zone", "In", ["b"]), false],
    ["NotIn", expression("app", "NotIn", ["b"]), true],
    ["NotIn, of a label not there", expression("zone", "NotIn", ["b"]), true],
    ["NotIn, of its value", expression("app", "NotIn", ["a"]), false],
    ["Exists", expression("app", "Exists"), true],
    ["Exists, of a label not there", expression("zone", "Exists"), false],
    ["DoesNotExist", expression("zone", "DoesNotExist"), true],
    ["DoesNotExist, of a label that is", expression("app", "DoesNotExist"), false],
    ["with an operator the API refuses", expression("app", "Like"), false],
  ];
  for (const [name, selector, takes] of cases) {
    it(`${name} ${takes ? "selects" : "does not select"}`, () => assert.equal(selects(selector, labels), takes));
  }

  it("is empty without labels and expressions", () => {
    assert.equal(isEmpty({ matchLabels: {} }), true);
    assert.equal(isEmpty(expression("app", "Exists")), false);
  });
});
