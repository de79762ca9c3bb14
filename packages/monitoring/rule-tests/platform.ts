import { ORDERS, PAGE, PLATFORM, type Suite, TICKET } from "./case.ts";
import { change, growing, pod, steady, task } from "./input.ts";

const events = (rule: string, values: string): readonly [string, string] => [
  `aws_events_triggered_rules_sum{job="cloudwatch", dimension_RuleName="shop-${rule}"}`,
  values,
];
const karpenter = (kind: string, values: string): readonly [string, string] => [
  `karpenter_interruption_received_messages_total{job="karpenter", message_type="${kind}"}`,
  values,
];
const whole = [
  ...task("orders", "10.0.0.1", 0.1, 0.5, 500, 2048),
  ...task("orders", "10.0.0.2", 0.1, 0.5, 500, 2048),
  ...pod("shelf", "shop", "shelf-a", 0.05, 0.25, 100, 512),
  ...pod("shelf", "shop", "shelf-b", 0.05, 0.25, 100, 512),
  ...pod("reports", "data", "reports-a", 0.05, 0.25, 100, 512),
];
const withoutOneTask = whole.slice(5);

/** A service beside those of the fixture, so that no rule writes its series. */
const costs = (values: string): readonly [string, string] => ['service:cost:usd_per_hour{service="other"}', values];

/** The budget of the fixture is 20 USD a day, 600 a month; a third of an hour's dollar is spent before any task runs. */
export const costSuite: Suite = {
  name: "cost",
  files: ["constants", "service", "alerts-platform"],
  stepSeconds: 60,
  cases: [
    {
      alert: "CostBurnFast",
      says: "more than 120 USD a day on a budget of 20",
      input: [costs(steady(5))],
      atMinutes: 70,
      fires: [{ ...PLATFORM, ...PAGE, scope: "cost" }],
    },
    {
      alert: "CostBurnFast",
      says: "24 USD a day more waits for the morning",
      input: [costs(steady(1))],
      atMinutes: 70,
      fires: [],
    },
    {
      alert: "CostBurnSlow",
      says: "24 USD a day more",
      input: [costs(steady(1))],
      atMinutes: 70,
      fires: [{ ...PLATFORM, ...TICKET }],
    },
    {
      alert: "CostBurnSlow",
      says: "over for an hour, back under for one",
      input: [costs(change(1, 60, 0.1))],
      atMinutes: 120,
      fires: [],
    },
    {
      alert: "CostDailyBudgetSpent",
      says: "12 hours at 2 USD and more",
      input: [costs(steady(2))],
      atMinutes: 720,
      fires: [{ ...PLATFORM, ...TICKET }],
    },
    {
      alert: "CostDailyBudgetSpent",
      says: "12 hours at 0.3 USD and more",
      input: [costs(steady(0.3))],
      atMinutes: 720,
      fires: [],
    },
    {
      alert: "CostMonthlyForecast",
      says: "a pace of 600 USD a month and more",
      input: [costs(steady(0.85))],
      atMinutes: 400,
      fires: [{ ...PLATFORM, ...TICKET }],
    },
    {
      alert: "CostMonthlyForecast",
      says: "a pace of some 300",
      input: [costs(steady(0.1))],
      atMinutes: 400,
      fires: [],
    },
    {
      says: "a running task costs its size at the plan's price",
      input: whole.slice(0, 10),
      atMinutes: 20,
      expr: 'round((service:cost:usd_per_hour{service="orders"} - on (service) service:other_cost:usd_per_hour) / on (service) (2 * (0.5 * service:price_cpu:usd_per_vcpu_hour + 2 * service:price_memory:usd_per_gib_hour)), 1e-6)',
      gives: [{ labels: { service: "orders" }, value: 1 }],
    },
  ],
};

/** Days of data, an hour a step. */
export const costJumpSuite: Suite = {
  name: "cost-jump",
  files: ["constants", "alerts-platform"],
  stepSeconds: 3600,
  inputMinutes: 60,
  cases: [
    {
      alert: "ServiceCostJump",
      says: "twice last week's",
      input: [['service:cost:usd_per_hour{service="orders"}', "0.1+0x191 0.2+0x48"]],
      atMinutes: 216 * 60,
      fires: [{ ...ORDERS, ...TICKET, scope: "cost" }],
    },
    {
      alert: "ServiceCostJump",
      says: "twice of next to nothing",
      input: [['service:cost:usd_per_hour{service="orders"}', "0.01+0x191 0.02+0x48"]],
      atMinutes: 216 * 60,
      fires: [],
    },
    {
      alert: "ServiceCostJump",
      says: "a tenth more",
      input: [['service:cost:usd_per_hour{service="orders"}', "1+0x191 1.1+0x48"]],
      atMinutes: 216 * 60,
      fires: [],
    },
  ],
};

export const spotSuite: Suite = {
  name: "spot",
  files: ["constants", "service", "alerts-platform"],
  stepSeconds: 60,
  cases: [
    {
      alert: "SpotInterruptionStorm",
      says: "three tasks within minutes",
      input: [events("spot-interruption", "0 0 0 0 0 2 1 0+0x30")],
      atMinutes: 10,
      fires: [{ ...PLATFORM, ...TICKET, scope: "platform" }],
    },
    {
      alert: "SpotInterruptionStorm",
      says: "both runtimes add up",
      input: [events("spot-interruption", "0+0x4 1 1 0+0x30"), karpenter("spot_interrupted", "0+0x4 3+0x30")],
      atMinutes: 12,
      fires: [{ ...PLATFORM, ...TICKET }],
    },
    {
      alert: "SpotInterruptionStorm",
      says: "rebalance advice is no interruption",
      input: [karpenter("rebalance_recommendation", growing(3))],
      atMinutes: 20,
      fires: [],
    },
    {
      alert: "SpotInterruptionStorm",
      says: "one now and then",
      input: [events("spot-interruption", "0+0x5 1 0+0x25 1 0+0x25")],
      atMinutes: 40,
      fires: [],
    },
    {
      alert: "SpotPlacementFailing",
      says: "no capacity, and a floor broken",
      input: [events("placement-failure", "1+0x60"), ...withoutOneTask],
      atMinutes: 40,
      fires: [{ ...PLATFORM, ...TICKET }],
    },
    {
      alert: "SpotPlacementFailing",
      says: "no capacity for more than the floor",
      input: [events("placement-failure", "1+0x60"), ...whole],
      atMinutes: 40,
      fires: [],
    },
    {
      alert: "CapacityShort",
      says: "one service of three is below its floor",
      input: withoutOneTask,
      atMinutes: 20,
      fires: [{ ...PLATFORM, ...PAGE }],
    },
    { alert: "CapacityShort", says: "none is", input: whole, atMinutes: 20, fires: [] },
  ],
};
