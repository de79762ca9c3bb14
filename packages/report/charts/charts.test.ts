import assert from "node:assert/strict";
import { gauge, stackedBar } from "./bars.ts";
import { course } from "./course.ts";
import { lanes } from "./lanes.ts";

const attributes = (svg: string, name: string) =>
  [...svg.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map(([, value]) => value);

describe("charts", () => {
  it("stack a bar's parts end to end, with a marker", () => {
    const parts = [
      { key: "a", label: "", value: 10 },
      { key: "none", label: "", value: 0 },
      { key: "b", label: "", value: 30 },
    ];
    const svg = String(stackedBar(parts, 80, "40 of 80", 60));
    assert.deepEqual(attributes(svg, "x"), ["0.00%", "12.50%"]);
    assert.deepEqual(attributes(svg, "width"), ["100%", "12.50%", "37.50%"]);
    assert.match(svg, /<line class="marker" x1="75\.00%"/);
    assert.match(svg, /role="img" aria-label="40 of 80"/);
  });
  it("draw what is over the edge at the edge", () => {
    assert.deepEqual(attributes(String(gauge(9, "cpu", "9")), "width"), ["100%", "100.00%"]);
  });
  it("break a course where nothing runs", () => {
    const path = attributes(String(course([0, null, 0.625, 5], [], "x")), "d")[1]!;
    assert.equal(path, "M0.0 80.0M160.0 40.0L240.0 0.0");
  });
  it("place intervals within their range, and show the shortest", () => {
    const range = { startSeconds: 1000, endSeconds: 2000 };
    const svg = String(
      lanes(
        [
          { key: "ours", intervals: [{ fromSeconds: 1250, toSeconds: 1500 }] },
          { key: "published", intervals: [{ fromSeconds: 1999, toSeconds: 2000 }] },
        ],
        range,
        "x",
      ),
    );
    assert.deepEqual(attributes(svg, "x"), ["25.00%", "99.55%"]);
    assert.deepEqual(attributes(svg, "width"), ["25.00%", "0.45%"]);
  });
  it("draw a line a day before the end", () => {
    const svg = String(lanes([], { startSeconds: 0, endSeconds: 4 * 86_400 }, "x"));
    assert.deepEqual(attributes(svg, "x1"), ["75.00%", "50.00%", "25.00%", "0.00%"]);
  });
});
