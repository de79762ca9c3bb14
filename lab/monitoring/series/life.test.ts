import assert from "node:assert/strict";
import { planOf } from "../../support/plan-of.ts";
import { labPlan } from "../plan.ts";
import { SCENARIO } from "../scenario/scenario.ts";
import { trailingMean } from "../truth/by-minute.ts";
import { trueCosts } from "../truth/cost.ts";
import { createClock, minuteBefore } from "./clock.ts";
import { createHistory } from "./history.ts";
import { lifeOf } from "./replicas.ts";
import { SILENT_MINUTES, targetSeries } from "./targets.ts";

/** A Sunday, noon in New York: workers sleep since Friday. */
const SUNDAY = Date.UTC(2026, 10, 22, 17) / 1000;

describe("who runs, and who does not", () => {
  const plan = labPlan(planOf("prod"), planOf("prod-eks"));
  const clock = createClock(SUNDAY, 15, plan.offHours);
  const serviceOf = (name: string) => plan.services.find((one) => one.name === name)!;
  const lifeAt = (name: string) => lifeOf(serviceOf(name), plan.services.indexOf(serviceOf(name)), clock);

  for (const { service, minutes } of SCENARIO.outages) {
    it(`${service} is down for ${minutes} minutes of its working time, all of it`, () => {
      const { replicas } = lifeAt(service);
      const ended = replicas.filter(({ downUntil }) => downUntil !== undefined);
      assert.equal(ended.length, serviceOf(service).replicas.min);
      const [{ to, downUntil }] = ended as [Required<(typeof ended)[number]>];
      assert.equal(downUntil - to, minutes);
      assert.ok(!replicas.some((one) => one.from < downUntil && one.to > to), "nothing runs meanwhile");
      assert.equal(replicas.filter(({ from }) => from === downUntil).length, ended.length, "all are back at once");
      if (serviceOf(service).offHours !== "always-on") assert.equal(clock.working[to], 1);
    });
  }

  it("targets say so, and are silent before the live checks begin", () => {
    const series = targetSeries("permission-service", lifeAt("permission-service"), clock);
    const at = (minute: number) =>
      series.map(({ from, values }) => values[minute - from]).filter((value) => value !== undefined);
    const end = minuteBefore(
      clock,
      SCENARIO.outages.find(({ service }) => service === "permission-service")!.endsHoursAgo,
    );
    assert.deepEqual(at(end - 1), [0, 0]);
    assert.deepEqual(at(end), [1, 1]);
    assert.deepEqual(at(clock.minutes - 1), [Number.NaN, Number.NaN]);
    assert.deepEqual(at(clock.minutes - SILENT_MINUTES - 1), [1, 1]);
    assert.deepEqual(at(clock.minutes + 5), [1, 1]);
  });

  it("tasks that strayed cost a day over the budget, and make their service no busier", () => {
    const history = createHistory(plan, clock, { requestDays: 0, requestsOf: () => false });
    const { platform } = trueCosts(plan, history);
    const day = trailingMean(platform, 1440).map((usdPerHour) => 24 * usdPerHour);
    const { dailyAlertUsd } = plan.budget;
    const [fast, slow] = SCENARIO.runaways.map(({ endsHoursAgo }) => minuteBefore(clock, endsHoursAgo));
    assert.ok(
      24 * platform[fast! - 1]! > 5 * dailyAlertUsd && day[fast!]! < dailyAlertUsd,
      "fast, and stopped in time",
    );
    assert.ok(24 * platform[slow! - 1]! < 5 * dailyAlertUsd && day[slow!]! > dailyAlertUsd, "slow, for a day");
    assert.ok(day.at(-1)! < dailyAlertUsd / 2, "over before the live checks");
  });
});
