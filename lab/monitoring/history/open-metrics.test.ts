import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClock } from "../series/clock.ts";
import { constant, counter, gauge } from "../series/series.ts";
import { OpenMetricsFile } from "./open-metrics.ts";

const END = 1_795_435_200;
const clock = createClock(END, 1, { timeZone: "UTC", start: "08:00", end: "18:00", days: ["MON"] });
const START = END - 86_400;

describe("OpenMetrics text", () => {
  const folder = mkdtempSync(join(tmpdir(), "open-metrics-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const written = (write: (file: OpenMetricsFile) => void): string[] => {
    const path = join(folder, "x.om");
    const file = new OpenMetricsFile(path);
    write(file);
    file.close();
    return readFileSync(path, "utf8").trimEnd().split("\n");
  };

  it("holds each sample with its labels and second, and its end", () => {
    const lines = written((file) => {
      file.write(counter("c_total", { a: "b" }, 1, Float64Array.from([0, 12.5]), 3), clock, 0, 100);
      file.write(gauge("g", {}, 0, Float64Array.from([1_073_741_824, Number.NaN, 0])), clock, 0, 100);
    });
    assert.deepEqual(lines, [
      `c_total{a="b"} 0.000 ${START + 60}`,
      `c_total{a="b"} 12.500 ${START + 120}`,
      `g 1073741824 ${START}`,
      `g 0 ${START + 120}`,
      "# EOF",
    ]);
  });

  it("writes constants each four minutes, wherever a file begins", () => {
    const lines = written((file) => file.write(constant("k", {}, 2, 20, 0.25), clock, 5, 12));
    assert.deepEqual(lines, [`k 0.25000000 ${START + 6 * 60}`, `k 0.25000000 ${START + 10 * 60}`, "# EOF"]);
  });
});
