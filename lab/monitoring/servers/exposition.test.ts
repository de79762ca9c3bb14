import assert from "node:assert/strict";
import { createClock } from "../series/clock.ts";
import { constant, counter, gauge } from "../series/series.ts";
import { exposition, valuesAt } from "./exposition.ts";

const clock = createClock(1_795_435_200, 1, {
  timeZone: "UTC",
  start: "08:00",
  end: "18:00",
  days: ["MON"],
});

describe("values between two minutes", () => {
  const values = Float64Array.from([0, 60, 120]);
  const from = clock.minutes;
  const at = (seconds: number) =>
    valuesAt(
      [
        counter("c_total", { a: "b" }, from, values),
        gauge("g", {}, from, values),
        constant("k", {}, 0, from + 10, 0.25),
      ],
      clock,
      clock.endSeconds + seconds,
    );

  it("go on for counters and stand still for others", () => {
    assert.equal(exposition(at(90)), 'c_total{a="b"} 90\ng 60\nk 0.25\n');
  });

  it("are gone when the series is over", () => {
    assert.deepEqual(
      at(200).map(({ name }) => name),
      ["k"],
    );
  });
});
