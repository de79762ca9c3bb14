import { BURN_WINDOWS, firingIntervals, type TrafficSample } from "@pyairtable/slo";
import { type AlertCase, type Input, ORDERS, PAGE, type Suite } from "./case.ts";

const MINUTE = 60;
const HOURS = 9;
const PER_MINUTE = 1000;
/** Outages of orders: a short one, a long mild one, one that comes back. Shares of bad requests. */
const OUTAGES = [
  { fromMinute: 90, minutes: 12, share: 0.2 },
  { fromMinute: 240, minutes: 100, share: 0.009 },
  { fromMinute: 400, minutes: 20, share: 0.05 },
  { fromMinute: 450, minutes: 20, share: 0.05 },
] as const;
/** A rate reads whole scrapes and extrapolates, so an edge may lie a scrape or two beside the formula's. */
const SLACK_MINUTES = 2;

const traffic: readonly TrafficSample[] = Array.from({ length: HOURS * 60 }, (_, index) => {
  const minute = index + 1;
  const outage = OUTAGES.find(({ fromMinute, minutes }) => minute > fromMinute && minute <= fromMinute + minutes);
  return { atSeconds: minute * MINUTE, total: PER_MINUTE, bad: PER_MINUTE * (outage?.share ?? 0) };
});

function counters(): Input[] {
  let [good, bad] = [0, 0];
  const sums = traffic.map((sample) => {
    good += sample.total - sample.bad;
    bad += sample.bad;
    return { good, bad };
  });
  const series = (status: string, values: readonly number[]): Input => [
    `http_server_request_duration_seconds_count{service="orders", http_response_status_code="${status}"}`,
    ["0", ...values.map((value) => String(Math.round(value)))].join(" "),
  ];
  return [
    series(
      "200",
      sums.map((sum) => sum.good),
    ),
    series(
      "500",
      sums.map((sum) => sum.bad),
    ),
  ];
}

const INPUT = counters();

/** At each edge of each firing interval of the formula: just outside silent, just inside firing. */
function edges(alert: string, name: string): AlertCase[] {
  const window = BURN_WINDOWS.find((one) => one.name === name)!;
  const intervals = firingIntervals(traffic, 0.999, window, { minimumRequests: 30, minimumBadEvents: 3 });
  const last = HOURS * 60;
  const moments = intervals.flatMap(({ fromSeconds, toSeconds }) => {
    const [from, to] = [fromSeconds / MINUTE, toSeconds / MINUTE];
    return [
      { minute: from - SLACK_MINUTES, fires: false, says: `silent ${SLACK_MINUTES} minutes before minute ${from}` },
      { minute: from + SLACK_MINUTES, fires: true, says: `fires from minute ${from}` },
      { minute: to - SLACK_MINUTES, fires: true, says: `fires until minute ${to}` },
      { minute: to + SLACK_MINUTES, fires: false, says: `silent after minute ${to}` },
    ].filter(({ minute }) => minute < last);
  });
  return moments.map(({ minute, fires, says }) => ({
    alert,
    says: `as the published formula: ${says}`,
    input: INPUT,
    atMinutes: minute,
    fires: fires ? [{ ...ORDERS, ...PAGE, slo: "availability" }] : [],
  }));
}

/** The rules against the formula over the same series. */
export const sloReferenceSuite: Suite = {
  name: "slo-reference",
  files: ["constants", "slo", "alerts-slo"],
  stepSeconds: 60,
  cases: [...edges("SloErrorBudgetBurnFast", "fast"), ...edges("SloErrorBudgetBurnSlow", "slow")],
};
