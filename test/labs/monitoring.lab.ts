import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKOUT } from "../engine/support.ts";
import { MONITORING, monitoringOnce } from "./short-form.ts";

/** Building Prometheus and Alertmanager on a bare machine takes five minutes, or more beside other work. */
const COLD_MS = 1_800_000;

const CHECKS = [
  "files",
  "paging",
  "history",
  "burn rates",
  "anomalies",
  "live",
  "usage",
  "live alerts",
  "sample service",
  "mutants",
];

describe("the monitoring lab in its short form", () => {
  const out = join(CHECKOUT, MONITORING);

  it("passes every check on a real Prometheus and Alertmanager, with its tables and pictures", async function () {
    this.timeout(COLD_MS);
    const { code, output } = await monitoringOnce();
    assert.equal(code, 0, output.slice(-4000));
    for (const check of CHECKS) assert.match(output, new RegExp(`^ok +${check}: `, "m"));
    assert.match(output, /30\/30 services with the verdict that is true/);
    assert.match(output, /lab:monitoring verdict: 10 of 10 checks passed/);
    assert.match(readFileSync(join(out, "two-weeks.svg"), "utf8"), /^<svg [\s\S]+<\/svg>/);
    for (const table of ["usage.html", "burn-rates.html", "anomalies.html"]) {
      assert.match(readFileSync(join(out, table), "utf8"), /<table>[\s\S]+<\/table>/);
    }
  });
});
