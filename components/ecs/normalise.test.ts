import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";
import type { ServiceArgs } from "./args.ts";
import { normalise } from "./normalise.ts";
import { internalArgs, OFF_HOURS, publicArgs, TAGS } from "./test-world.ts";

function problems(args: ServiceArgs): string[] {
  try {
    normalise(args);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.diagnostics.map(({ code, path }) => `${code} ${path.replace(/^Service [^:]*: /, "")}`);
  }
}

const sidecar = { name: "otel", image: "otel/collector:0.99.0", cpuUnits: 64, memoryMiB: 128 };
const efs = { name: "shared", mountPath: "/shared" };
const drain = { lbWaitSeconds: 30, inFlightSeconds: 30, stopTimeoutSeconds: 90, deregistrationDelaySeconds: 45 };
const route = { paths: ["/v0/*"], priority: 1 };
const pause = { kind: "pause", timeoutMinutes: 5, onTimeout: "ROLLBACK" } as const;
const any = (value: unknown) => value as never;

/** Malformed args, one problem each, and what must be said of it. */
const BAD: readonly (readonly [args: ServiceArgs, problem: string])[] = [
  [internalArgs({ service: "Record_Service" }), "ecs.name service"],
  [internalArgs({ service: `s${"x".repeat(32)}` }), "ecs.name service"],
  [internalArgs({ project: "" }), "ecs.name project"],
  [internalArgs({ clusterName: "a b" }), "ecs.name clusterName"],
  [internalArgs({ region: "mars" }), "ecs.region region"],
  [internalArgs({ accountId: "123" }), "ecs.account accountId"],
  [internalArgs({ tags: { ...TAGS, Owner: " " } }), "ecs.tag tags.Owner"],
  [internalArgs({ cpuUnits: 300 }), "ecs.size cpuUnits"],
  [internalArgs({ cpuUnits: 0.5 }), "ecs.size cpuUnits"],
  [internalArgs({ memoryMiB: 4096 }), "ecs.size memoryMiB"],
  [internalArgs({ architecture: any("riscv") }), "ecs.architecture architecture"],
  [internalArgs({ ephemeralStorageGiB: 20 }), "ecs.number ephemeralStorageGiB"],
  [internalArgs({ replicas: { min: 0, max: 2 } }), "ecs.number replicas.min"],
  [internalArgs({ replicas: { min: 1.5, max: 2 } }), "ecs.number replicas.min"],
  [internalArgs({ replicas: { min: 3, max: 2 }, scaling: { ownedBy: "autoscaling" } }), "ecs.replicas replicas"],
  [internalArgs({ placement: { onDemandBase: 2, onDemandWeight: 0, spotWeight: 0 } }), "ecs.placement placement"],
  [
    internalArgs({ placement: { onDemandBase: -1, onDemandWeight: 1, spotWeight: 0 } }),
    "ecs.number placement.onDemandBase",
  ],
  [
    internalArgs({ placement: { onDemandBase: 0, onDemandWeight: 1, spotWeight: 1001 } }),
    "ecs.number placement.spotWeight",
  ],
  [internalArgs({ drain: { ...drain, stopTimeoutSeconds: 121 } }), "ecs.number drain.stopTimeoutSeconds"],
  [internalArgs({ drain: { ...drain, inFlightSeconds: 60 } }), "ecs.drain drain.stopTimeoutSeconds"],
  [internalArgs({ drain: { ...drain, deregistrationDelaySeconds: 90 } }), "ecs.drain drain.deregistrationDelaySeconds"],
  [internalArgs({ offHours: { ...OFF_HOURS, sleepCron: "0 20 * * *" } }), "ecs.schedule offHours.sleepCron"],
  [internalArgs({ offHours: { ...OFF_HOURS, replicas: 7 } }), "ecs.number offHours.replicas"],
  [internalArgs({ image: "pyairtable/record-service:latest" }), "ecs.image image"],
  [internalArgs({ image: "pyairtable/record-service" }), "ecs.image image"],
  [internalArgs({ variables: { PORT: "1" } }), "ecs.variable variables.PORT"],
  [internalArgs({ variables: { "A-B": "1" } }), "ecs.variable variables.A-B"],
  [
    internalArgs({ variables: { DB: "1" }, secrets: [{ variable: "DB", secretName: "db" }] }),
    "ecs.variable secrets.DB",
  ],
  [internalArgs({ secrets: [{ variable: "DB", secretName: "prod/db-abc123" }] }), "ecs.secret secrets.DB.secretName"],
  [
    internalArgs({ secrets: [{ variable: "DB", secretName: "arn:aws:secretsmanager:us-east-1:1:secret:db" }] }),
    "ecs.secret secrets.DB.secretName",
  ],
  [internalArgs({ user: "0" }), "ecs.user user"],
  [internalArgs({ user: "root" }), "ecs.user user"],
  [internalArgs({ port: 80 }), "ecs.number port"],
  [internalArgs({ port: 70000 }), "ecs.number port"],
  [internalArgs({ startupSeconds: -1 }), "ecs.number startupSeconds"],
  [internalArgs({ openFiles: 10 }), "ecs.number openFiles"],
  [internalArgs({ healthPath: "health" }), "ecs.path healthPath"],
  [internalArgs({ healthCommand: ["curl"] }), "ecs.health-command healthCommand"],
  [internalArgs({ writableRoot: { why: "" } }), "ecs.reason writableRoot.why"],
  [internalArgs({ exec: { why: "debug", statements: [] } }), "ecs.reason exec.why"],
  [internalArgs({ faultInjection: { why: "x" } }), "ecs.reason faultInjection.why"],
  [internalArgs({ restart: { ignoredExitCodes: [], afterSeconds: 1 } }), "ecs.number restart.afterSeconds"],
  [internalArgs({ sidecars: [sidecar, sidecar] }), "ecs.sidecar sidecars[1].name"],
  [internalArgs({ sidecars: [{ ...sidecar, name: "record-service" }] }), "ecs.sidecar sidecars[0].name"],
  [internalArgs({ sidecars: [{ ...sidecar, memoryMiB: 512 }] }), "ecs.sidecar sidecars"],
  [internalArgs({ volumes: { efs: [efs] } }), "ecs.wiring wiring.fileSystems.shared"],
  [internalArgs({ volumes: { ebs: { name: "tmp", mountPath: "/data", sizeGiB: 1 } } }), "ecs.volume volumes.tmp"],
  [
    internalArgs({ volumes: { ebs: { name: "data", mountPath: "/tmp", sizeGiB: 1 } } }),
    "ecs.volume volumes.data.mountPath",
  ],
  [
    internalArgs({ volumes: { ebs: { name: "data", mountPath: "/data", sizeGiB: 0 } } }),
    "ecs.number volumes.ebs.sizeGiB",
  ],
  [internalArgs({ route }), "ecs.wiring wiring.listenerArn"],
  [publicArgs({ route: { ...route, paths: [] } }), "ecs.route route.paths"],
  [publicArgs({ route: { ...route, paths: ["v0"] } }), "ecs.route route.paths"],
  [publicArgs({ route: { ...route, priority: 0 } }), "ecs.number route.priority"],
  [publicArgs({ route: { ...route, unhealthyThreshold: 3 } }), "ecs.health-check route"],
  [publicArgs({ route: { ...route, checkIntervalSeconds: 15 } }), "ecs.number route.checkIntervalSeconds"],
  [publicArgs({ route: { ...route, slowStartSeconds: 60 } }), "ecs.slow-start route.slowStartSeconds"],
  [internalArgs({ calls: ["record-service"] }), "ecs.calls calls"],
  [internalArgs({ calls: ["auth", "auth"] }), "ecs.calls calls"],
  [internalArgs({ serviceConnect: null, calls: ["auth"] }), "ecs.service-connect serviceConnect"],
  [internalArgs({ serviceConnect: { accessLog: "JSON" } }), "ecs.service-connect serviceConnect.accessLog"],
  [internalArgs({ serviceConnect: { requestTimeoutSeconds: -1 } }), "ecs.number serviceConnect.requestTimeoutSeconds"],
  [internalArgs({ egress: { https: ["10.0.0.0"] } }), "ecs.cidr egress.https"],
  [internalArgs({ egress: { dnsServers: ["10.0.0.999/32"] } }), "ecs.cidr egress.dnsServers"],
  [internalArgs({ scaling: { cpuPercent: 0 } }), "ecs.number scaling.cpuPercent"],
  [internalArgs({ scaling: { memoryPercent: Number.NaN } }), "ecs.number scaling.memoryPercent"],
  [internalArgs({ scaling: { requestsPerMinute: 600 } }), "ecs.scaling scaling.requestsPerMinute"],
  [internalArgs({ scaling: { cpuPercent: null, predictive: "forecast-only" } }), "ecs.scaling scaling.predictive"],
  [internalArgs({ scaling: { ownedBy: "external" }, offHours: OFF_HOURS }), "ecs.scaling scaling.ownedBy"],
  [internalArgs({ scaling: { ownedBy: "pulumi" } }), "ecs.scaling scaling.ownedBy"],
  [internalArgs({ deployment: { maximumPercent: 100 } }), "ecs.number deployment.maximumPercent"],
  [internalArgs({ deployment: { strategy: "canary", minimumHealthyPercent: 50 } }), "ecs.deployment deployment"],
  [internalArgs({ serviceConnect: null, deployment: { strategy: "linear" } }), "ecs.deployment deployment.strategy"],
  [internalArgs({ deployment: { strategy: "linear", stepPercent: 1 } }), "ecs.number deployment.stepPercent"],
  [
    internalArgs({ deployment: { hooks: [{ ...pause, stages: ["POST_SCALE_UP"] }] } }),
    "ecs.deployment deployment.hooks",
  ],
  [
    internalArgs({ deployment: { strategy: "canary", hooks: [{ ...pause, stages: ["TEST_TRAFFIC_SHIFT"] }] } }),
    "ecs.deployment deployment.hooks[0].stages",
  ],
  [internalArgs({ logs: { retentionDays: 15 } }), "ecs.retention logs.retentionDays"],
  [internalArgs({ logs: { bufferMiB: 0 } }), "ecs.number logs.bufferMiB"],
  [internalArgs({ logs: { kmsKeyArn: "alias/logs" } }), "ecs.key logs.kmsKeyArn"],
  [internalArgs({ logs: { router: { image: "fluent-bit", options: {} } } }), "ecs.image logs.router.image"],
  [internalArgs({ alarms: { kinds: ["latency-p95"] } }), "ecs.alarm alarms.kinds[0]"],
  [internalArgs({ alarms: { kinds: ["cpu-high", "cpu-high"] } }), "ecs.alarm alarms.kinds[1]"],
  [internalArgs({ alarms: { errorPercent: 0 } }), "ecs.number alarms.errorPercent"],
  [internalArgs({ offHours: OFF_HOURS, alarms: { kinds: ["tasks-missing"] } }), "ecs.alarm alarms.kinds[0]"],
];

describe("normalise", () => {
  for (const [n, [args, problem]] of BAD.entries())
    it(`refuses bad args ${n + 1}: ${problem}`, () =>
      assert.deepEqual(problems(args).slice(0, 2).includes(problem), true, problems(args).join("; ")));

  it("accepts what the tests of this room use", () => {
    for (const args of [internalArgs(), publicArgs(), internalArgs({ offHours: OFF_HOURS })])
      assert.deepEqual(problems(args), []);
  });

  it("tells every problem at once, sorted by path", () => {
    const found = problems(internalArgs({ cpuUnits: 1, port: 80, user: "0", accountId: "x" }));
    assert.deepEqual(found, ["ecs.account accountId", "ecs.size cpuUnits", "ecs.number port", "ecs.user user"]);
  });

  it("takes an option given as undefined as not given", () => {
    const record = normalise(internalArgs({ deployment: { strategy: undefined }, logs: { retentionDays: undefined } }));
    assert.equal(record.deployment.strategy, "rolling");
    assert.equal(record.logs.retentionDays, 14);
  });

  it("chooses an owner of the task count", () => {
    assert.equal(normalise(internalArgs()).scaling.ownedBy, "autoscaling");
    assert.equal(normalise(internalArgs({ replicas: { min: 1, max: 1 } })).scaling.ownedBy, "pulumi");
  });
});
