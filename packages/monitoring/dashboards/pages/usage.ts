import { correlationName } from "../../rules/correlation.ts";
import { SERIES as S } from "../../rules/names.ts";
import { overWindow } from "../../rules/usage.ts";
import type { PageContext } from "../context.ts";
import type { Column, Page, Row } from "../page.ts";
import { lines, lowIsGood, stat, table, VERDICTS } from "../panels.ts";
import { chosen, orZero, serviceVariable } from "../promql.ts";

const GIB = 1024 ** 3;

/** Two weeks of use of every service: what it needs, what it has, and what slows it. */
export function usagePage({ firstService, priced }: PageContext): Page {
  return {
    name: "usage",
    description: "Quantiles of the busiest replica over two weeks, the verdict, and what goes with slow answers.",
    range: "14d",
    variables: [serviceVariable(firstService)],
    rows: [now(priced), all(priced), correlation(), one()],
  };
}

function now(priced: boolean): Row {
  return {
    title: "Verdicts",
    panels: [
      stat("Judged", "count", "Services with three days and a hundred points of data.", orZero(`sum(${S.history})`), {
        width: 6,
      }),
      stat("Too large", "count", "A smaller size holds their peaks with room to spare.", orZero(`sum(${S.over})`), {
        width: 6,
        steps: lowIsGood(1, 10),
      }),
      stat(
        "Too small",
        "count",
        "p99 of CPU or peak of memory within a tenth of the size.",
        orZero(`sum(${S.under})`),
        { width: 6, steps: lowIsGood(1, 3) },
      ),
      priced
        ? stat("Saving a month", "usd", "Of all recommended sizes that cost less.", orZero(`sum(${S.saving} > 0)`), {
            width: 6,
          })
        : stat("Services", "count", "Compute is paid for elsewhere.", `count(${S.info})`, { width: 6 }),
    ],
  };
}

function all(priced: boolean): Row {
  const cpu = (what: string): Column => ({
    title: `CPU ${what}`,
    expr: overWindow(S.cpuBusiest, what),
    unit: "vcpu",
    decimals: 3,
  });
  return {
    title: "All services",
    panels: [
      table(
        "Use, size and recommendation",
        "Of the busiest replica. Use against size: over 90% is too small.",
        { service: "Service", owner: "Owner" },
        [
          { title: "Verdict", expr: S.verdict, unit: "count", words: VERDICTS },
          ...["p50", "p95", "p99", "max"].map(cpu),
          { title: "vCPU", expr: S.sizeVcpu, unit: "vcpu" },
          { title: "vCPU advised", expr: S.recommendedVcpu, unit: "vcpu" },
          {
            title: "CPU p99 of size",
            expr: "service:cpu_utilisation:p99_2w",
            unit: "ratio",
            steps: lowIsGood(0.8, 0.9),
          },
          { title: "Memory p95", expr: overWindow(S.memoryBusiest, "p95"), unit: "bytes" },
          { title: "Memory max", expr: overWindow(S.memoryBusiest, "max"), unit: "bytes" },
          { title: "Memory", expr: S.sizeBytes, unit: "bytes" },
          { title: "Memory advised", expr: `${S.recommendedGiB} * ${GIB}`, unit: "bytes" },
          {
            title: "Memory max of size",
            expr: "service:memory_utilisation:max_2w",
            unit: "ratio",
            steps: lowIsGood(0.85, 0.9),
          },
          ...(priced ? ([{ title: "Saving a month", expr: S.saving, unit: "usd" }] as const) : []),
        ],
        { height: 16, sortBy: "CPU p99 of size" },
      ),
    ],
  };
}

function correlation(): Row {
  const of = (window: string, resource: string) =>
    `max by (service) (${correlationName(window)}{resource="${resource}"})`;
  const column = (window: string, resource: string): Column => ({
    title: `${resource} ${window}`,
    expr: of(window, resource),
    unit: "short",
    decimals: 2,
    steps: lowIsGood(0.5, 0.8),
  });
  return {
    title: "What goes with slow answers",
    panels: [
      table(
        "Correlation of p95 with resources",
        "From −1 to 1; 0.8 and more while over target alerts. Correlation is no cause: it says where to look first.",
        { service: "Service", owner: "Owner" },
        ["1d", "2w"].flatMap((window) => ["cpu", "memory", "throttling"].map((resource) => column(window, resource))),
        { height: 12, sortBy: "cpu 2w", whenEmpty: "nothing moves together" },
      ),
    ],
  };
}

function one(): Row {
  return {
    title: "$service",
    panels: [
      lines("CPU of the busiest replica", "vcpu", "With its size and the advised one.", {
        used: chosen(S.cpuBusiest),
        size: chosen(S.sizeVcpu),
        advised: chosen(S.recommendedVcpu),
      }),
      lines("Memory of the fullest replica", "bytes", "With its size and the advised one.", {
        used: chosen(S.memoryBusiest),
        size: chosen(S.sizeBytes),
        advised: `${chosen(S.recommendedGiB)} * ${GIB}`,
      }),
      lines("p95", "seconds", "Beside the two above: do they move together?", {
        p95: chosen(S.latencyP95),
        target: chosen(S.latencyTarget),
      }),
      lines(
        "Correlation of a day",
        "short",
        "p95 with each resource.",
        { "{{resource}}": chosen(correlationName("1d")) },
        { min: -1, max: 1, whenEmpty: "nothing moves" },
      ),
    ],
  };
}
