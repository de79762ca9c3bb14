import type { Runtime } from "@pyairtable/plan";
import { snap } from "../rules/sizes.ts";
import type { ExpressionCase, Input, Suite } from "./case.ts";

const DAYS = 15;
/** Hourly points: so many at one value, the rest at another, mixed so that quantiles see both. */
const series = (name: string, service: string, values: string): Input => [`${name}{service="${service}"}`, values];
const flat = (value: number) => `${value}+0x${DAYS * 24}`;
const at = (DAYS - 0.5) * 24 * 60;
const CPU = "service:cpu_busiest:vcpu";
const MEMORY = "service:memory_busiest:bytes";
const GIB = 1024 ** 3;

/** Orders (ECS, 0.5 vCPU, 2 GiB) or shelf (Kubernetes, 0.25 vCPU, 0.5 GiB) with a level of use all along. */
const used = (service: string, vcpu: number, gib: number): Input[] => [
  series(CPU, service, flat(vcpu)),
  series(MEMORY, service, flat(gib * GIB)),
];
const verdict = (says: string, input: Input[], value: number): ExpressionCase => ({
  says,
  input,
  atMinutes: at,
  expr: "service:provisioning:verdict",
  gives: [
    { labels: { __name__: "service:provisioning:verdict", service: input[0]![0].match(/"([^"]+)"/)![1]! }, value },
  ],
});

/** Needs around every step of both runtimes; the rules must choose what the TypeScript chooses. */
const NEEDS: readonly [Runtime, vcpu: number, gib: number][] = [
  ["ecs", 0.1, 0.2],
  ["ecs", 0.25, 0.5],
  ["ecs", 0.25, 0.51],
  ["ecs", 0.2, 1.2],
  ["ecs", 0.2, 2.5],
  ["ecs", 0.26, 0.5],
  ["ecs", 0.5, 4],
  ["ecs", 0.5, 4.1],
  ["ecs", 1, 7.9],
  ["ecs", 1.01, 1],
  ["ecs", 3, 17],
  ["ecs", 4, 30.5],
  ["ecs", 7, 61],
  ["ecs", 16, 100],
  ["ecs", 20, 10],
  ["kubernetes", 0.01, 0.01],
  ["kubernetes", 0.3, 0.25],
  ["kubernetes", 0.31, 0.3],
  ["kubernetes", 1.5, 3.33],
  ["kubernetes", 9, 20],
];
const LIMITS = { ecs: { vcpu: 16, memoryGiB: 120 }, kubernetes: { vcpu: 2, memoryGiB: 8 } } as const;
const SERVICE = { ecs: "orders", kubernetes: "shelf" } as const;

const snapping = NEEDS.map(([runtime, vcpu, gib]): ExpressionCase => {
  const service = SERVICE[runtime];
  const size = snap(runtime, { vcpu, memoryGiB: gib }, LIMITS[runtime]);
  return {
    says: `${runtime}: ${vcpu} vCPU and ${gib} GiB need ${size.vcpu} and ${size.memoryGiB}`,
    input: [
      series("service:needed_cpu:vcpu_stay", service, `${vcpu}+0x5`),
      series("service:needed_memory:gib_stay", service, `${gib}+0x5`),
    ],
    atMinutes: 3,
    expr: 'label_replace(service:recommended_cpu:vcpu, "of", "cpu", "", "") or label_replace(service:recommended_memory:gib, "of", "memory", "", "")',
    gives: [
      { labels: { __name__: "service:recommended_cpu:vcpu", service, of: "cpu" }, value: size.vcpu },
      { labels: { __name__: "service:recommended_memory:gib", service, of: "memory" }, value: size.memoryGiB },
    ],
  };
});

export const sizesSuite: Suite = { name: "sizes", files: ["constants", "usage"], stepSeconds: 60, cases: snapping };

/** Two weeks, an hour a step. */
export const usageSuite: Suite = {
  name: "usage",
  files: ["constants", "usage"],
  stepSeconds: 3600,
  inputMinutes: 60,
  cases: [
    verdict("ECS: a fifth of the CPU, a tenth of the memory is too large", used("orders", 0.1, 0.2), 1),
    verdict("ECS: 95% of the CPU is too small", used("orders", 0.475, 0.5), -1),
    verdict("ECS: 95% of the memory is too small", used("orders", 0.1, 1.9), -1),
    verdict("ECS: 70% of the CPU is right", used("orders", 0.35, 1.5), 0),
    verdict("Kubernetes: a tenth of both is too large", used("shelf", 0.025, 0.05), 1),
    verdict("Kubernetes: 75% is right", used("shelf", 0.19, 0.37), 0),
    {
      says: "nothing is said before two weeks are known",
      input: [
        series(CPU, "orders", `${"_ ".repeat(8 * 24)}0.1+0x200`),
        series(MEMORY, "orders", `${"_ ".repeat(8 * 24)}1e8+0x200`),
      ],
      atMinutes: at,
      expr: "service:provisioning:verdict",
      gives: [{ labels: { __name__: "service:provisioning:verdict", service: "orders" }, value: 0 }].slice(1),
    },
    {
      says: "quantiles of two weeks",
      input: [series(CPU, "orders", "0.1+0x251 0.2+0x71 0.4+0x40")],
      atMinutes: at,
      expr: 'label_replace(service:cpu_busiest:vcpu_p50_2w, "q", "50", "", "") or label_replace(service:cpu_busiest:vcpu_max_2w, "q", "100", "", "")',
      gives: [
        { labels: { __name__: "service:cpu_busiest:vcpu_p50_2w", service: "orders", q: "50" }, value: 0.1 },
        { labels: { __name__: "service:cpu_busiest:vcpu_max_2w", service: "orders", q: "100" }, value: 0.4 },
      ],
    },
    {
      says: "what is asked for and not used is waste, in GiB",
      input: [
        series("service:memory_request:bytes", "orders", flat(4 * GIB)),
        series("service:memory_usage:bytes", "orders", flat(GIB)),
      ],
      atMinutes: at,
      expr: "service:memory_waste:gib",
      gives: [{ labels: { __name__: "service:memory_waste:gib", service: "orders" }, value: 3 }],
    },
    {
      says: "… and in USD at the plan's price for the hours it ran",
      input: [
        series("service:cpu_request:vcpu", "orders", flat(1)),
        series("service:cpu_usage:vcpu", "orders", flat(0.25)),
      ],
      atMinutes: at,
      expr: "round(service:cpu_waste:usd_per_month / on (service) (0.75 * 730 * service:price_cpu:usd_per_vcpu_hour * on (service) service:presence:ratio_2w), 1e-6)",
      gives: [{ labels: { service: "orders" }, value: 1 }],
    },
    {
      says: "two days of an outage are a quantile's affair, not the median's",
      input: [series(CPU, "orders", "0.1+0x300 0.5+0x10 0.1+0x60")],
      atMinutes: at,
      expr: "service:cpu_busiest:vcpu_p95_2w",
      gives: [{ labels: { __name__: "service:cpu_busiest:vcpu_p95_2w", service: "orders" }, value: 0.1 }],
    },
  ],
};

const history = series("service:usage_history:bool", "orders", "1+0x30");
const ratios = (cpu: string): Input[] => [
  history,
  series("service:cpu_utilisation:p99_2w", "orders", cpu),
  series("service:memory_utilisation:max_2w", "orders", "0.1+0x30"),
];
/** What is needed of CPU with much room (enter) and with enough (stay); of memory all there is. */
const needing = (enter: string, stay: string): Input[] => [
  ...ratios("0.1+0x30"),
  series("service:needed_cpu:vcpu_enter", "orders", enter),
  series("service:needed_memory:gib_enter", "orders", "2+0x30"),
  series("service:needed_cpu:vcpu_stay", "orders", stay),
  series("service:needed_memory:gib_stay", "orders", "2+0x30"),
];
const sticks = (record: string, says: string, input: Input[], value: number): ExpressionCase => ({
  says,
  input,
  atMinutes: 15,
  expr: record,
  gives: [{ labels: { __name__: record, service: "orders" }, value }],
});
const UNDER = "service:underprovisioned:bool";
const OVER = "service:overprovisioned:bool";

/** Hysteresis lives from one evaluation to the next, so minutes a step. Orders has 0.5 vCPU and 2 GiB. */
export const hysteresisSuite: Suite = {
  name: "hysteresis",
  files: ["constants", "usage"],
  stepSeconds: 60,
  cases: [
    sticks(UNDER, "too small: 95% enters", ratios("0.95+0x30"), 1),
    sticks(UNDER, "too small: 85% after 95% stays", ratios("0.95+0x5 0.85+0x20"), 1),
    sticks(UNDER, "too small: 85% alone does not enter", ratios("0.85+0x30"), 0),
    sticks(UNDER, "too small: 75% leaves", ratios("0.95+0x5 0.75+0x20"), 0),
    sticks(OVER, "too large: a smaller pair holds the need with much room", needing("0.24+0x30", "0.21+0x30"), 1),
    sticks(
      OVER,
      "too large: stays while it holds it with enough",
      needing("0.24+0x5 0.27+0x20", "0.21+0x5 0.24+0x20"),
      1,
    ),
    sticks(OVER, "too large: enough room alone does not enter", needing("2+0x30", "0.24+0x30"), 0),
    sticks(OVER, "too large: leaves when it holds it no more", needing("0.24+0x5 2+0x20", "0.21+0x5 2+0x20"), 0),
  ],
};

const pair = (name: string, values: string): Input => [
  `service:latency_pair_${name}{service="orders", resource="cpu"}`,
  values,
];
/** x swings between 0.2 and 0.6; y = 2x, or 1 − x, or the other way every second time. */
const X = Array.from({ length: 240 }, (_, n) => (n % 4 < 2 ? 0.2 : 0.6));
const words = (values: readonly number[]) => values.map((value) => value.toFixed(4)).join(" ");
const correlated = (says: string, y: readonly number[], value: number): ExpressionCase => ({
  says,
  input: [
    pair("x:ratio", words(X)),
    pair("y:seconds", words(y)),
    pair("xy:product", words(X.map((x, n) => x * y[n]!))),
  ],
  atMinutes: 230,
  expr: "round(service:latency_resource:correlation_1d, 0.01)",
  gives: [{ labels: { service: "orders", resource: "cpu" }, value }],
});

export const correlationSuite: Suite = {
  name: "correlation",
  files: ["usage"],
  stepSeconds: 60,
  cases: [
    correlated(
      "latency that grows with CPU",
      X.map((x) => 2 * x),
      1,
    ),
    correlated(
      "latency that falls with CPU",
      X.map((x) => 1 - x),
      -1,
    ),
    correlated(
      "latency that does not care",
      X.map((_, n) => (n % 2 === 0 ? 0.1 : 0.5)),
      0,
    ),
    {
      ...correlated(
        "latency that stands still has none",
        X.map(() => 0.3),
        0,
      ),
      gives: [],
    },
    {
      ...correlated(
        "an hour is too little",
        X.map((x) => 2 * x),
        1,
      ),
      atMinutes: 60,
      gives: [],
    },
  ],
};
