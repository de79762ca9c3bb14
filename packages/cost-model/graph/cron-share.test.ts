import assert from "node:assert/strict";
import { shareAsleep } from "./cron-share.ts";

const share = (sleep: string, wake: string) => shareAsleep(`cron(${sleep})`, `cron(${wake})`);

describe("shareAsleep", () => {
  it("counts nights and the weekend of working days", () => {
    // Four nights of 11 hours and a weekend of 59.
    assert.equal(share("0 20 ? * MON-FRI *", "0 7 ? * MON-FRI *"), (4 * 11 + 59) / 168);
    assert.equal(share("0 20 ? * 2-6 *", "0 7 ? * 2-6 *"), (4 * 11 + 59) / 168);
  });
  it("counts nights of every day, over midnight and over the week's end", () => {
    assert.equal(share("30 22 * * ? *", "30 6 * * ? *"), 8 / 24);
    assert.equal(share("0 22 ? * SAT *", "0 6 ? * SUN *"), 8 / 168);
    assert.equal(share("0 1 ? * SAT-SUN *", "0 2 ? * SAT-SUN *"), 2 / 168);
  });
  it("counts a second sleep before the same wake once", () => {
    assert.equal(share("0 20 ? * SUN,MON *", "0 6 ? * TUE *"), 34 / 168);
  });
  it("knows no other expressions", () => {
    assert.equal(shareAsleep("rate(1 day)", "cron(0 7 ? * MON *)"), null);
    assert.equal(share("0 20 ? * FOO *", "0 7 ? * MON *"), null);
  });
});
