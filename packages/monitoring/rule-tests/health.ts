import { ORDERS, PAGE, type Suite, TICKET, WORKER } from "./case.ts";
import { change, gone, pod, steady, task } from "./input.ts";

const up = (service: string, address: string) => `up{job="services", service="${service}", instance="${address}:8080"}`;
const probe = (what: string, service: string) => `probe_${what}{job="health", service="${service}"}`;
const started = (service: string, address: string) =>
  `process_start_time_seconds{job="services", service="${service}", instance="${address}:8080"}`;
/** The floors of all but orders, so that cases about orders speak of orders alone. */
const OTHERS = [
  ...pod("shelf", "shop", "shelf-a", 0.05, 0.25, 100, 512),
  ...pod("shelf", "shop", "shelf-b", 0.05, 0.25, 100, 512),
  ...pod("reports", "data", "reports-a", 0.05, 0.25, 100, 512),
];

export const healthSuite: Suite = {
  name: "health",
  files: ["constants", "slo", "service", "alerts-service"],
  stepSeconds: 60,
  cases: [
    {
      alert: "ServiceDown",
      says: "no target answers",
      input: [
        [up("orders", "a"), change(1, 30, 0)],
        [up("shelf", "b"), steady(1)],
        [up("reports", "c"), steady(1)],
      ],
      atMinutes: 40,
      fires: [{ ...ORDERS, ...PAGE, tier: "critical", domain: "shop", scope: "service" }],
    },
    {
      alert: "ServiceDown",
      says: "no target is there at all",
      input: [
        [up("orders", "a"), gone(1, 30)],
        [up("shelf", "b"), steady(1)],
        [up("reports", "c"), steady(1)],
      ],
      atMinutes: 50,
      fires: [{ ...ORDERS, ...PAGE }],
    },
    {
      alert: "ServiceDown",
      says: "one of two answers",
      input: [
        [up("orders", "a"), steady(0)],
        [up("orders", "b"), steady(1)],
        [up("shelf", "b"), steady(1)],
        [up("reports", "c"), steady(1)],
      ],
      atMinutes: 30,
      fires: [],
    },
    {
      alert: "ServiceReplicasBelowFloor",
      says: "one task of two",
      input: [...task("orders", "10.0.0.1", 0.1, 0.5, 500, 2048), ...OTHERS],
      atMinutes: 40,
      fires: [{ ...ORDERS, ...TICKET }],
    },
    {
      alert: "ServiceReplicasBelowFloor",
      says: "two of two",
      input: [
        ...task("orders", "10.0.0.1", 0.1, 0.5, 500, 2048),
        ...task("orders", "10.0.0.2", 0.1, 0.5, 500, 2048),
        ...OTHERS,
      ],
      atMinutes: 40,
      fires: [],
    },
    {
      alert: "ServiceReplicasBelowFloor",
      says: "a sleeper is missed only after it should have woken",
      input: [
        ...task("orders", "10.0.0.1", 0.1, 0.5, 500, 2048),
        ...task("orders", "10.0.0.2", 0.1, 0.5, 500, 2048),
        ...OTHERS,
      ],
      atMinutes: 160,
      fires: [{ ...WORKER, ...TICKET }],
    },
    {
      alert: "ServiceTargetsDown",
      says: "half of the targets",
      input: [
        [up("orders", "a"), steady(0)],
        [up("orders", "b"), steady(1)],
      ],
      atMinutes: 20,
      fires: [{ ...ORDERS, ...TICKET }],
    },
    {
      alert: "ServiceTargetsDown",
      says: "a quarter of them",
      input: [[up("orders", "a"), steady(0)], ...["b", "c", "d"].map((one) => [up("orders", one), steady(1)] as const)],
      atMinutes: 20,
      fires: [],
    },
    {
      alert: "HealthEndpointFailing",
      says: "no probe succeeds",
      input: [[probe("success", "orders"), steady(0)]],
      atMinutes: 10,
      fires: [{ ...ORDERS, ...PAGE }],
    },
    {
      alert: "HealthEndpointFailing",
      says: "nobody is woken for a queue worker, asleep or not",
      input: [[probe("success", "worker"), steady(0)]],
      atMinutes: 160,
      fires: [],
    },
    {
      alert: "HealthEndpointFailing",
      says: "one failed probe is not enough",
      input: [[probe("success", "orders"), "1 1 1 0 1 1 1 1"]],
      atMinutes: 4,
      fires: [],
    },
    {
      alert: "HealthEndpointSlow",
      says: "three seconds",
      input: [[probe("duration_seconds", "orders"), steady(3)]],
      atMinutes: 30,
      fires: [{ ...ORDERS, ...TICKET }],
    },
    {
      alert: "HealthEndpointSlow",
      says: "half a second",
      input: [[probe("duration_seconds", "orders"), steady(0.5)]],
      atMinutes: 30,
      fires: [],
    },
    {
      alert: "CertificateExpiresSoon",
      says: "in ten days",
      input: [[probe("ssl_earliest_cert_expiry", "orders"), steady(864_000)]],
      atMinutes: 70,
      fires: [{ ...ORDERS, ...TICKET }],
    },
    {
      alert: "CertificateExpiresSoon",
      says: "in sixty days",
      input: [[probe("ssl_earliest_cert_expiry", "orders"), steady(5_184_000)]],
      atMinutes: 70,
      fires: [],
    },
    {
      alert: "ServiceRestarting",
      says: "a new process every minute",
      input: Array.from(
        { length: 20 },
        (_, n) => [started("orders", `10.0.0.${n}`), `${"_ ".repeat(n)}${n * 60}+0x3 stale`] as const,
      ),
      atMinutes: 19,
      fires: [{ ...ORDERS, ...TICKET }],
    },
    {
      alert: "ServiceRestarting",
      says: "a deployment of all replicas",
      input: Array.from(
        { length: 4 },
        (_, n) => [started("orders", `10.0.0.${n}`), `${"_ ".repeat(n)}${n * 60}+0x30`] as const,
      ),
      atMinutes: 14,
      fires: [],
    },
  ],
};
