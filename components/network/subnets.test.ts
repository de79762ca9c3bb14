import assert from "node:assert/strict";
import fc from "fast-check";
import { narrowestPrefixFor, prefixLength, zonePrefix, zonesFit } from "./cidr.ts";
import { subnetSpecs } from "./subnets.ts";

const vpc = fc.record({ prefix: fc.integer({ min: 16, max: 23 }), zones: fc.integer({ min: 2, max: 6 }) });

describe("subnetSpecs", () => {
  it("fills each zone's share exactly, and all shares fit the VPC", () => {
    fc.assert(
      fc.property(vpc, ({ prefix, zones }) => {
        const cidr = `10.0.0.0/${prefix}`;
        const zone = 2 ** (32 - zonePrefix(cidr, zones));
        const sizes = subnetSpecs(cidr, zones).map(({ cidrMask }) => 2 ** (32 - cidrMask!));
        assert.equal(
          sizes.reduce((sum, size) => sum + size, 0),
          zone,
        );
        assert.ok(zones * zone <= 2 ** (32 - prefix));
        assert.deepEqual(
          sizes,
          [...sizes].sort((a, b) => b - a),
        );
      }),
    );
  });

  it("keeps every zone where it is when a third and a fourth are added", () => {
    assert.deepEqual(subnetSpecs("10.0.0.0/16", 2), subnetSpecs("10.0.0.0/16", 4));
  });

  it("accepts a block exactly when its smallest subnet holds a load balancer", () => {
    fc.assert(
      fc.property(vpc, ({ prefix, zones }) => {
        const cidr = `10.0.0.0/${prefix}`;
        const smallest = Math.max(...subnetSpecs(cidr, zones).map(({ cidrMask }) => cidrMask!));
        assert.equal(zonesFit(cidr, zones), smallest <= 27);
        assert.equal(zonesFit(cidr, zones), prefixLength(cidr) <= narrowestPrefixFor(zones));
      }),
    );
  });
});
