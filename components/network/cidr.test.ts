import assert from "node:assert/strict";
import { cidrFault } from "./cidr.ts";

describe("cidrFault", () => {
  for (const [cidr, fault] of [
    ["10.0.0.0/16", undefined],
    ["172.31.0.0/20", undefined],
    ["192.168.0.0/23", undefined],
    ["100.64.0.0/16", undefined],
    ["10.0.0.1/16", "host-bits"],
    ["8.8.0.0/16", "public"],
    ["172.32.0.0/16", "public"],
    ["10.1.0.0/15", "host-bits"],
    ["10.0.0.0/8", "size"],
    ["10.0.0.0/24", "size"],
    ["10.0.0.0", "syntax"],
    ["10.0.0.300/16", "syntax"],
    ["10.0.0.0/33", "syntax"],
    ["fd00::/16", "syntax"],
    ["", "syntax"],
  ] as const) {
    it(`says ${fault ?? "nothing"} of "${cidr}"`, () => assert.equal(cidrFault(cidr), fault));
  }
});
