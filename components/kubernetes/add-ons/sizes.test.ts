import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { requestsOf, SIZES, type SizedAddOn } from "./sizes.ts";

/** The node the README prices by, and its month. */
const NODE = { cpuMillicores: 2000, memoryMiB: 4096, usdPerMonth: 0.0336 * 730 };
const readme = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const addOns = Object.keys(SIZES) as SizedAddOn[];

describe("sizes of add-ons", () => {
  for (const addOn of addOns) {
    it(`keep ${addOn}'s requests within its limits`, () => {
      for (const { cpuMillicores, memoryMiB, limits } of Object.values(SIZES[addOn])) {
        assert.ok(cpuMillicores <= limits.cpuMillicores);
        assert.ok(memoryMiB <= limits.memoryMiB);
      }
    });

    it(`are what the README says of ${addOn}, and what that costs`, () => {
      const { cpuMillicores, memoryMiB } = requestsOf(addOn);
      const share = Math.max(cpuMillicores / NODE.cpuMillicores, memoryMiB / NODE.memoryMiB);
      const usd = (share * NODE.usdPerMonth).toFixed(2);
      const row = new RegExp(`^\\| ${addOn} +\\| ${cpuMillicores} +\\| ${memoryMiB} +\\| ${usd} +\\|$`, "m");
      assert.match(readme("README.md"), row);
      assert.match(readme(`${addOn}/README.md`), new RegExp(`${cpuMillicores} millicores and ${memoryMiB} MiB`));
    });
  }

  it("are as many pods as the README says", () => {
    const pods = addOns
      .flatMap((addOn) => Object.values(SIZES[addOn]))
      .reduce((sum, { replicas }) => sum + replicas, 0);
    assert.match(readme("README.md"), new RegExp(`All of them are ${pods} pods`));
  });
});
