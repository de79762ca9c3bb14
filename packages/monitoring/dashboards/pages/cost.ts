import { SERIES as S } from "../../rules/names.ts";
import type { PageContext } from "../context.ts";
import type { Page, Row } from "../page.ts";
import { bars, lines, lowIsGood, stat, table } from "../panels.ts";

const HOURS_PER_MONTH = 730;
const by = (label: string) => `sum by (${label}) (${S.cost} * on (service) group_left (${label}) ${S.info})`;

/** Where the money goes. From running replicas and list prices, so minutes old; the bill itself is a day late. */
export function costPage({ priced }: PageContext): Page {
  return {
    name: "cost",
    description: "What runs now at list prices, against the budgets. Minutes old; the bill is a day late.",
    range: "7d",
    variables: [],
    rows: [now(priced), course(), services(priced)],
  };
}

function now(priced: boolean): Row {
  return {
    title: "Now",
    panels: [
      stat("USD a day", "usd", "At this moment's pace.", `${S.platformCost} * 24`),
      stat("Last 24 hours", "usd", "What it cost, and the daily budget.", { spent: S.costDay, budget: S.budgetDaily }),
      stat(
        "Burn rate",
        "times",
        "Pace of an hour over the daily budget; 5 pages.",
        `avg_over_time(${S.platformCost}[1h]) * 24 / ${S.budgetDaily}`,
        { steps: lowIsGood(1, 5) },
      ),
      stat("This week a month", "usd", "A month at the mean of seven days, and the monthly budget.", {
        forecast: `avg_over_time(${S.platformCost}[7d]) * ${HOURS_PER_MONTH}`,
        budget: S.budgetMonthly,
      }),
      stat(
        "Shared a month",
        "usd",
        "Load balancer, NAT, addresses, monitoring: no service's own.",
        `${S.sharedCost} * ${HOURS_PER_MONTH}`,
      ),
      priced
        ? stat("Waste a month", "usd", "Asked for and not used in 95% of two weeks.", S.platformWaste)
        : stat("Services", "count", "Compute is paid for elsewhere.", `count(${S.info})`),
    ],
  };
}

function course(): Row {
  const day = (expr: string) => `${expr} * 24`;
  return {
    title: "Over time",
    panels: [
      lines(
        "USD a day by domain",
        "usd",
        "Without what all share.",
        { "{{domain}}": day(by("domain")) },
        { stacked: true },
      ),
      lines("USD a day by owner", "usd", "Who answers for it.", { "{{owner}}": day(by("owner")) }, { stacked: true }),
      lines("Pace against the budget", "usd", "Over an hour and over six, a day; both over the budget alert.", {
        "1h": day(`avg_over_time(${S.platformCost}[1h])`),
        "6h": day(`avg_over_time(${S.platformCost}[6h])`),
        budget: S.budgetDaily,
      }),
      bars("Dearest services", "usd", "USD a month.", { "{{service}}": `topk(10, ${S.cost}) * ${HOURS_PER_MONTH}` }),
    ],
  };
}

function services(priced: boolean): Row {
  return {
    title: "Services",
    panels: [
      table(
        "Every service",
        "Saving is what the recommended size would cost less.",
        { service: "Service", owner: "Owner" },
        [
          { title: "USD a month", expr: `${S.cost} * ${HOURS_PER_MONTH}`, unit: "usd" },
          {
            title: "Against last week",
            expr: `avg_over_time(${S.cost}[1d]) / avg_over_time(${S.cost}[7d] offset 1d) - 1`,
            unit: "ratio",
            steps: lowIsGood(0.2, 0.5),
          },
          ...(priced
            ? ([
                { title: "CPU waste", expr: S.cpuWasteUsd, unit: "usd" },
                { title: "Memory waste", expr: S.memoryWasteUsd, unit: "usd" },
                { title: "Saving", expr: S.saving, unit: "usd" },
              ] as const)
            : []),
          { title: "Other", expr: `${S.otherCost} * ${HOURS_PER_MONTH}`, unit: "usd" },
        ],
        { height: 14, sortBy: "USD a month" },
      ),
    ],
  };
}
