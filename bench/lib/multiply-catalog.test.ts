import assert from "node:assert/strict";
import { catalog, resolve } from "../../catalog/index.ts";
import { fromYamlFile } from "../../stacks/config/stack-file.ts";
import { multiplyCatalog } from "./multiply-catalog.ts";
import { CHECKOUT } from "./paths.ts";

describe("the catalog, several times over", () => {
  const config = fromYamlFile("prod", CHECKOUT);

  it("is the catalog itself at one copy", () => assert.deepEqual(multiplyCatalog(catalog, 1), catalog));

  for (const copies of [3, 10]) {
    it(`resolves at ${copies} copies, with names and ports of their own`, () => {
      const { services } = resolve(config, multiplyCatalog(catalog, copies), "prod");
      assert.equal(services.length, catalog.length * copies);
      assert.equal(new Set(services.map(({ name }) => name)).size, services.length);
      assert.equal(new Set(services.map(({ port }) => port)).size, services.length);
    });
  }

  it("keeps calls inside a copy", () => {
    const names = new Set(catalog.map(({ name }) => `${name}-2`));
    const second = multiplyCatalog(catalog, 2).slice(catalog.length);
    const callees = second.flatMap(({ calls, softCalls }) => [...calls, ...softCalls]);
    assert.ok(callees.length > 0);
    assert.deepEqual(
      callees.filter((callee) => !names.has(callee)),
      [],
    );
  });

  for (const copies of [0, 1.5, Number.NaN]) {
    it(`refuses ${copies} copies`, () => assert.throws(() => multiplyCatalog(catalog, copies), RangeError));
  }
});
