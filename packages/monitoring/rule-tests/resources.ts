import { INFO, ORDERS, REPORTS, type Suite, TICKET } from "./case.ts";
import { buckets, growing, http, pod, steady, task } from "./input.ts";

const HTTP = "http_server_request_duration_seconds";

const twoTasks = (vcpu: number, mib: number, tasks = 2) =>
  Array.from({ length: tasks }, (_, n) =>
    task("orders", `10.0.0.${n + 1}`, n === 0 ? vcpu : vcpu / 2, 0.5, n === 0 ? mib : mib / 2, 2048),
  ).flat();

export const resourceSuite: Suite = {
  name: "resources",
  files: ["constants", "slo", "service", "usage", "alerts-service"],
  stepSeconds: 60,
  cases: [
    {
      alert: "CpuSaturated",
      says: "one task at 96%",
      input: twoTasks(0.48, 500),
      atMinutes: 40,
      fires: [{ ...ORDERS, ...TICKET }],
    },
    { alert: "CpuSaturated", says: "both at 60% and less", input: twoTasks(0.3, 500), atMinutes: 40, fires: [] },
    {
      alert: "CpuThrottled",
      says: "a task at its limit all the time",
      input: twoTasks(0.49, 500),
      atMinutes: 50,
      fires: [{ ...ORDERS, ...TICKET }],
    },
    {
      alert: "CpuThrottled",
      says: "a pod without limit waits for a CPU a third of the time",
      input: [
        ...pod("shelf", "shop", "shelf-a", 0.2, 0.25, 100, 512),
        [
          'container_pressure_cpu_waiting_seconds_total{namespace="shop", pod="shelf-a", container="main"}',
          growing(20),
        ],
      ],
      atMinutes: 50,
      fires: [{ service: "shelf", owner: "team-shop", ...TICKET }],
    },
    { alert: "CpuThrottled", says: "busy below the limit", input: twoTasks(0.4, 500), atMinutes: 50, fires: [] },
    {
      alert: "MemoryNearLimit",
      says: "95%",
      input: twoTasks(0.1, 1946),
      atMinutes: 30,
      fires: [{ ...ORDERS, ...TICKET }],
    },
    {
      alert: "MemoryNearLimit",
      says: "page cache does not count",
      input: twoTasks(0.1, 1800),
      atMinutes: 30,
      fires: [],
    },
    {
      alert: "ReplicasAtMaximum",
      says: "four of four, busy",
      input: ["1", "2", "3", "4"].flatMap((n) => task("orders", `10.0.0.${n}`, 0.4, 0.5, 500, 2048)),
      atMinutes: 60,
      fires: [{ ...ORDERS, ...TICKET }],
    },
    {
      alert: "ReplicasAtMaximum",
      says: "three of four, busy",
      input: ["1", "2", "3"].flatMap((n) => task("orders", `10.0.0.${n}`, 0.4, 0.5, 500, 2048)),
      atMinutes: 60,
      fires: [],
    },
    {
      alert: "EventLoopBlocked",
      says: "half a second",
      input: [['nodejs_eventloop_lag_p99_seconds{service="orders"}', steady(0.5)]],
      atMinutes: 20,
      fires: [{ ...ORDERS, ...TICKET }],
    },
    {
      alert: "EventLoopBlocked",
      says: "20 ms",
      input: [['nodejs_eventloop_lag_p99_seconds{service="orders"}', steady(0.02)]],
      atMinutes: 20,
      fires: [],
    },
    {
      alert: "LatencyFollowsResource",
      says: "slow, and in step with CPU",
      input: [
        ['service:latency_resource:correlation_1d{service="orders", resource="cpu"}', steady(0.93)],
        ['service:latency:p95_5m{service="orders"}', steady(0.4)],
      ],
      atMinutes: 40,
      fires: [{ ...ORDERS, ...INFO, resource: "cpu" }],
    },
    {
      alert: "LatencyFollowsResource",
      says: "in step with CPU, but fast",
      input: [
        ['service:latency_resource:correlation_1d{service="orders", resource="cpu"}', steady(0.93)],
        ['service:latency:p95_5m{service="orders"}', steady(0.1)],
      ],
      atMinutes: 40,
      fires: [],
    },
    {
      alert: "ServiceOverprovisioned",
      says: "a smaller size would save money",
      input: [
        ['service:overprovisioned:bool{service="orders"}', steady(1)],
        ['service:rightsizing_saving:usd_per_month{service="orders"}', steady(8)],
      ],
      atMinutes: 70,
      fires: [{ ...ORDERS, ...INFO }],
    },
    {
      alert: "ServiceOverprovisioned",
      says: "not for cents",
      input: [
        ['service:overprovisioned:bool{service="orders"}', steady(1)],
        ['service:rightsizing_saving:usd_per_month{service="orders"}', steady(0.2)],
      ],
      atMinutes: 70,
      fires: [],
    },
    {
      alert: "ServiceUnderprovisioned",
      says: "an hour of the verdict",
      input: [['service:underprovisioned:bool{service="reports"}', steady(1)]],
      atMinutes: 70,
      fires: [{ ...REPORTS, ...TICKET }],
    },
    {
      alert: "ServiceUnderprovisioned",
      says: "the right size",
      input: [['service:underprovisioned:bool{service="reports"}', steady(0)]],
      atMinutes: 70,
      fires: [],
    },
    {
      says: "tasks and pods have one set of names",
      input: [
        ...task("orders", "10.0.0.1", 0.1, 0.5, 512, 2048),
        ...task("orders", "10.0.0.2", 0.2, 0.5, 256, 2048),
        ...pod("shelf", "shop", "shelf-a", 0.05, 0.25, 128, 512),
      ],
      atMinutes: 20,
      expr: "round(service:cpu_usage:vcpu, 0.001)",
      gives: [
        { labels: { service: "orders" }, value: 0.3 },
        { labels: { service: "shelf" }, value: 0.05 },
      ],
    },
    {
      says: "the busiest replica, not the mean",
      input: [...task("orders", "10.0.0.1", 0.1, 0.5, 512, 2048), ...task("orders", "10.0.0.2", 0.2, 0.5, 256, 2048)],
      atMinutes: 20,
      expr: "round(service:cpu_utilisation:ratio_max, 0.001) or service:memory_utilisation:ratio_max",
      gives: [{ labels: { service: "orders" }, value: 0.4 }],
    },
    {
      says: "p95 of a histogram, per service",
      input: [...http("orders", 100, 0), ...buckets(HTTP, "orders", 100, 100, "0.5")],
      atMinutes: 20,
      expr: "round(service:latency:p95_5m, 0.0001)",
      gives: [{ labels: { service: "orders" }, value: 0.4875 }],
    },
    {
      says: "no traffic, no latency",
      input: [...http("orders", 0, 0), ...buckets(HTTP, "orders", 0, 0, "0.5")],
      atMinutes: 20,
      expr: "service:latency:p95_5m",
      gives: [],
    },
    {
      says: "every metric of a replica has its service's name, not that of the exporter",
      input: pod("shelf", "shop", "shelf-a", 0.05, 0.25, 128, 512),
      atMinutes: 20,
      expr: "count by (service, replica, runtime) (replica:memory_usage:bytes)",
      gives: [{ labels: { service: "shelf", replica: "shelf-a", runtime: "kubernetes" }, value: 1 }],
    },
  ],
};
