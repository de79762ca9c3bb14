import assert from "node:assert/strict";
import { catalog } from "./index.ts";
import { FULL_PERCENT, loadOf } from "./invariants/sizes.ts";
import { SIZE_NAMES, sizeNamed } from "./sizes.ts";

describe("the catalog", () => {
  it("takes the smallest size that holds what was observed", () => {
    for (const entry of catalog) {
      const smallest = SIZE_NAMES.find((name) => {
        const { cpuPercent, memoryPercent } = loadOf(entry, sizeNamed(name)!);
        return cpuPercent <= FULL_PERCENT && memoryPercent <= FULL_PERCENT;
      });
      assert.equal(entry.size, smallest, entry.name);
    }
  });

  it("was 20 to 30 percent busy before", () => {
    for (const { name, usage } of catalog) {
      assert.ok(usage.cpuPercent.p50 >= 20 && usage.cpuPercent.p50 <= 30, name);
    }
  });

  it("says that its usage is sample data, and of when", () => {
    const windows = new Set(catalog.map(({ usage }) => `${usage.origin} ${usage.from} ${usage.to}`));
    assert.deepEqual([...windows], ["sample 2026-11-09 2026-11-22"]);
  });
});
