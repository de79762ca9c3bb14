import assert from "node:assert/strict";
import { memoryMiBOf, millicoresOf, quantityOf } from "./quantity.ts";

describe("quantities", () => {
  for (const [text, cores] of [
    ["250m", 250],
    ["1", 1000],
    ["1.5", 1500],
    ["0.29", 290],
    [2, 2000],
    ["1e-1", 100],
    ["100u", 0.1],
  ] as const) {
    it(`${text} is ${cores} millicores`, () => assert.equal(millicoresOf(text), cores));
  }
  for (const [text, mib] of [
    ["512Mi", 512],
    ["1Gi", 1024],
    ["128Mi", 128],
    ["262144k", 250],
    ["1048576", 1],
    ["1048576k", 1000],
    ["1E", 1e18 / 2 ** 20],
  ] as const) {
    it(`${text} is ${mib} MiB`, () => assert.equal(memoryMiBOf(text), mib));
  }
  for (const text of ["", "half", "1 Gi", "1GiB", "-1", undefined]) {
    it(`${text} is none`, () => assert.equal(quantityOf(text), undefined));
  }
});
