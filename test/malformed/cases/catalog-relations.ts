import { type CatalogCase, plus } from "../catalog-edits.ts";

const queue = (name: string, role: string) => ({ kind: "queue", queue: name, role });

/** Faults between entries. */
export const relationCases: readonly CatalogCase[] = [
  [
    "name twice",
    { "admin-console.name": "scheduler", "admin-console.secrets": {} },
    "catalog.duplicate-name scheduler.name",
  ],
  ["port twice", { "scheduler.port": 8301 }, "catalog.port-clash scheduler.port"],
  ["path twice", { "billing-service.paths": ["/auth/*"] }, "catalog.route-overlap billing-service.paths[0]"],
  [
    "path inside another",
    { "billing-service.paths": ["/api/billing"] },
    "catalog.route-overlap billing-service.paths[0]",
  ],
  [
    "path over its own",
    { "billing-service.paths": ["/billing/*", "/billing/a"] },
    "catalog.route-overlap billing-service.paths[1]",
  ],
  ["callee unknown", { "scheduler.calls": ["workspace-servce"] }, "catalog.unknown-callee scheduler.calls[0]"],
  ["soft callee unknown", { "scheduler.softCalls": ["mailer"] }, "catalog.unknown-callee scheduler.softCalls[0]"],
  ["calls itself", { "scheduler.calls": ["scheduler"] }, "catalog.self-call scheduler.calls[0]"],
  ["calls twice", { "scheduler.calls": plus("workspace-service") }, "catalog.duplicate-call scheduler.calls[1]"],
  [
    "calls hard and soft",
    { "scheduler.softCalls": ["workspace-service"] },
    "catalog.duplicate-call scheduler.softCalls[0]",
  ],
  ["ring of two", { "user-service.calls": ["billing-service"] }, "catalog.cycle billing-service.calls[0]"],
  [
    "ring of three",
    { "permission-service.calls": ["table-service"] },
    "catalog.cycle base-service.calls[0]",
    "catalog.cycle base-service.calls[1]",
    "catalog.cycle permission-service.calls[0]",
  ],
  [
    "ring by a soft call",
    { "email-sender.softCalls": ["notification-service"] },
    "catalog.cycle email-sender.softCalls[0]",
  ],
  [
    "critical needs standard",
    { "base-service.calls": plus("user-service") },
    "catalog.critical-needs base-service.calls[2]",
    "catalog.slo-callee base-service.slo",
  ],
  [
    "awake needs a sleeper",
    { "scheduler.calls": plus("export-worker") },
    "catalog.calls-sleeper scheduler.calls[1]",
    "catalog.slo-callee scheduler.slo",
  ],
  [
    "promise above a callee",
    { "user-service.slo": "bronze" },
    "catalog.slo-callee admin-console.slo",
    "catalog.slo-callee billing-service.slo",
    "catalog.slo-callee email-sender.slo",
    "catalog.slo-callee notification-service.slo",
  ],
  [
    "critical with one task",
    { "auth-service.replicas": { min: 1, max: 3 } },
    "catalog.critical-replicas auth-service.replicas",
    "catalog.slo-impossible auth-service.slo",
  ],
  [
    "gold with one task",
    { "billing-service.slo": "gold", "billing-service.calls": [] },
    "catalog.slo-impossible billing-service.slo",
  ],
  [
    "critical asleep",
    { "api-gateway.offHours": { replicas: 1, why: "Nobody is there at night." } },
    "catalog.off-hours-critical api-gateway.offHours",
    "catalog.slo-impossible api-gateway.slo",
  ],
  [
    "schema of two",
    { "comment-service.data": plus({ kind: "postgres", schema: "record" }) },
    "catalog.data-owner comment-service.data[2]",
  ],
  [
    "key prefix of two",
    { "comment-service.data": plus({ kind: "redis", keyPrefix: "record" }) },
    "catalog.data-owner comment-service.data[2]",
  ],
  [
    "bucket of two writers",
    { "comment-service.data": plus({ kind: "bucket", bucket: "attachments", access: "read-write" }) },
    "catalog.data-owner comment-service.data[2]",
  ],
  [
    "bucket nobody writes",
    { "comment-service.data": plus({ kind: "bucket", bucket: "avatars", access: "read" }) },
    "catalog.bucket-writer comment-service.data[2]",
  ],
  [
    "need twice",
    { "comment-service.data": plus({ kind: "postgres", schema: "comment" }) },
    "catalog.duplicate-data comment-service.data[2]",
  ],
  [
    "queue nobody empties",
    { "comment-service.data": plus(queue("spam", "producer")) },
    "catalog.queue-consumer comment-service.data[2]",
  ],
  [
    "queue nobody fills",
    { "comment-service.data": plus(queue("spam", "consumer")) },
    "catalog.queue-producer comment-service.data[2]",
  ],
  [
    "queue of two consumers",
    { "user-service.data": plus(queue("email", "consumer")) },
    "catalog.queue-consumer email-sender.data[0]",
  ],
  [
    "many at once",
    { "scheduler.port": 80, "scheduler.owner": "", "billing-service.paths": [], "user-service.size": "tiny" },
    "catalog.owner scheduler.owner",
    "catalog.port scheduler.port",
    "catalog.route billing-service.paths",
    "catalog.unknown-size user-service.size",
  ],
];
