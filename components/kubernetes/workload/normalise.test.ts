import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";
import type { KubernetesServiceArgs } from "./args.ts";
import { workloadErrorCodes } from "./error-codes.ts";
import { normalise } from "./normalise.ts";
import { fullArgs, internalArgs, LABEL, QUEUE_WORKER, TAGS, workerArgs } from "./test-world.ts";

function problemsOf(args: KubernetesServiceArgs): string[] {
  try {
    normalise(args);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.diagnostics.map(({ code, path }) => `${code} ${path.slice(path.indexOf(": ") + 2)}`);
  }
}

const floor = (pods: number) => ({ kind: "min-available", pods, why: "keeps the floor" }) as const;
const HPA = { ...QUEUE_WORKER, kind: "hpa", minReplicas: 2, queues: [], windows: [] } as const;
const route = { host: "api.example.com", paths: ["/a/*"], ingressClass: "nginx" };
const internal = (over: Partial<KubernetesServiceArgs>) => internalArgs(over);

const BAD: [what: string, args: KubernetesServiceArgs, problem: string][] = [
  ["a name over 63", internal({ service: `a${"b".repeat(63)}` }), "workload.name service"],
  ["a namespace in capitals", internal({ namespace: "Records" }), "workload.name namespace"],
  ["a domain no label may hold", internal({ domain: "re cords" }), "workload.label domain"],
  ["a tag no label may hold", internal({ tags: { ...TAGS, Owner: "team records" } }), "workload.label tags.Owner"],
  ["an image without tag", internal({ image: "pyairtable/record-service" }), "workload.image image"],
  ["an image of latest", internal({ image: "pyairtable/record-service:latest" }), "workload.image image"],
  [
    "a half millicore",
    internal({ requests: { cpuMillicores: 0.5, memoryMiB: 64 } }),
    "workload.number requests.cpuMillicores",
  ],
  [
    "memory in bytes",
    internal({ requests: { cpuMillicores: 250, memoryMiB: 5e8 } }),
    "workload.number requests.memoryMiB",
  ],
  ["no room in /tmp", internal({ tmpMiB: 0 }), "workload.number tmpMiB"],
  ["a privileged port", internal({ port: 80 }), "workload.number port"],
  ["a start of an hour", internal({ startupSeconds: 3600 }), "workload.number startupSeconds"],
  ["a health path with a query", internal({ healthPath: "/health?x=1" }), "workload.path healthPath"],
  [
    "liveness that asks readiness' question",
    internal({ livenessPath: "/health/ready" }),
    "workload.liveness livenessPath",
  ],
  ["a reserved variable", internal({ variables: { PORT: "1" } }), "workload.variable variables.PORT"],
  [
    "a variable given twice",
    internal({ variables: { A: "1" }, secrets: [{ variable: "A", secretName: "a" }] }),
    "workload.variable secrets.A",
  ],
  [
    "a grace shorter than the drain",
    internal({ drain: { lbWaitSeconds: 30, inFlightSeconds: 60 } }),
    "workload.drain gracePeriodSeconds",
  ],
  ["a sleep that leaves no farewell", internal({ preStopSeconds: 15 }), "workload.drain preStopSeconds"],
  [
    "spread without a label",
    internal({ capacity: { kind: "spread", label: null as never } }),
    "workload.capacity capacity.label",
  ],
  ["no zone", internal({ zones: { count: 0 } }), "workload.number zones.count"],
  [
    "a minimum above the maximum",
    internal({ replicas: { min: 7, max: 6 }, autoscaler: HPA }),
    "workload.number replicas.min",
  ],
  [
    "an HPA that goes to zero",
    internal({ autoscaler: { ...HPA, minReplicas: 0 } }),
    "workload.number autoscaler.minReplicas",
  ],
  ["a target of 100%", internal({ autoscaler: { ...HPA, cpuPercent: 100 } }), "workload.number autoscaler.cpuPercent"],
  [
    "queues for an HPA",
    internal({ autoscaler: { ...HPA, queues: QUEUE_WORKER.queues }, wiring: { queueRegion: "us-east-1" } }),
    "workload.autoscaler autoscaler.kind",
  ],
  [
    "a sleeper that nothing wakes",
    workerArgs({ autoscaler: { ...QUEUE_WORKER, queues: [], windows: [] } }),
    "workload.autoscaler autoscaler.minReplicas",
  ],
  ["a queue in no region", workerArgs({ wiring: {} }), "workload.wiring wiring.queueRegion"],
  [
    "a window that never opens",
    workerArgs({
      autoscaler: { ...QUEUE_WORKER, windows: [{ ...QUEUE_WORKER.windows[0]!, end: QUEUE_WORKER.windows[0]!.start }] },
    }),
    "workload.schedule autoscaler.windows[0]",
  ],
  [
    "pitfall 12: two autoscalers on CPU",
    internal({ vertical: { updateMode: "InPlaceOrRecreate", resources: ["cpu"] } }),
    "workload.autoscalers-clash vertical.resources",
  ],
  [
    "pitfall 12: two autoscalers on memory",
    internal({ autoscaler: HPA, vertical: { updateMode: "Initial", resources: ["memory"] } }),
    "workload.autoscalers-clash vertical.resources",
  ],
  [
    "a vertical autoscaler of nothing",
    internal({ vertical: { updateMode: "Off", resources: [] } }),
    "workload.vertical vertical.resources",
  ],
  [
    "pitfall 13: one replica with a floor of one",
    internal({ replicas: { min: 1, max: 4 }, disruption: floor(1) }),
    "workload.drain-blocked disruption.pods",
  ],
  ["pitfall 14: every pod in the floor", internal({ disruption: floor(2) }), "workload.drain-blocked disruption.pods"],
  [
    "a floor over the pods of the night",
    internal({
      autoscaler: { ...QUEUE_WORKER, minReplicas: 1 },
      wiring: { queueRegion: "us-east-1" },
      disruption: floor(1),
    }),
    "workload.drain-blocked disruption.pods",
  ],
  [
    "none may be away",
    internal({ disruption: { kind: "max-unavailable", pods: 0, why: "never away" } }),
    "workload.drain-blocked disruption.pods",
  ],
  ["no budget and no reason", internal({ disruption: { kind: "none", why: "" } }), "workload.reason disruption.why"],
  [
    "a caller without a namespace",
    internal({ network: { callers: [{ service: "a", namespace: "" }] } }),
    "workload.peer network.callers[0]",
  ],
  [
    "a store without an address",
    internal({ network: { stores: [{ name: "postgres", port: 5432, cidrs: [] }] } }),
    "workload.cidr network.stores.postgres",
  ],
  [
    "a block without a length",
    internal({ network: { stores: [{ name: "postgres", port: 5432, cidrs: ["10.0.0.1"] }] } }),
    "workload.cidr network.stores.postgres",
  ],
  [
    "the internet without a reason",
    internal({ network: { internet: { why: "" } } }),
    "workload.reason network.internet.why",
  ],
  ["a public service nobody lets in", internal({ route }), "workload.wiring network.ingressSource"],
  ["a scraped service nobody lets in", internal({ metrics: {} }), "workload.wiring network.monitoringNamespace"],
  ["a star in the middle", fullArgs({ route: { ...route, paths: ["/v0/*/x"] } }), "workload.route route.paths"],
  ["a host with a port", fullArgs({ route: { ...route, host: "api.example.com:443" } }), "workload.route route.host"],
  ["a scrape a second", fullArgs({ metrics: { intervalSeconds: 1 } }), "workload.number metrics.intervalSeconds"],
  [
    "a role without rights",
    fullArgs({ identity: { ...fullArgs().identity!, statements: [] } }),
    "workload.identity identity.statements",
  ],
  [
    "an account of eleven digits",
    fullArgs({ identity: { ...fullArgs().identity!, accountId: "11112222333" } }),
    "workload.account identity.accountId",
  ],
];

describe("normalise", () => {
  for (const [what, args, problem] of BAD) it(`refuses ${what}`, () => assert.deepEqual(problemsOf(args), [problem]));

  it("has a refusal for each code it may end in", () => {
    const tripped = new Set(BAD.map(([, , problem]) => problem.split(" ")[0]));
    assert.deepEqual([...tripped].sort(), workloadErrorCodes.map(({ code }) => code).sort());
  });

  it("reports everything at once", () => {
    const args = internalArgs({ service: "A", image: "x", port: 1, disruption: floor(2) });
    assert.equal(problemsOf(args).length, 4);
  });

  it("takes what is close to the edge", () => {
    const near: KubernetesServiceArgs[] = [
      internalArgs({ service: `a${"b".repeat(62)}` }),
      internalArgs({ disruption: floor(1) }),
      // Memory is the vertical autoscaler's where the horizontal one leaves it.
      internalArgs({ vertical: { updateMode: "InPlaceOrRecreate", resources: ["memory"] } }),
      internalArgs({ vertical: { updateMode: "Off", resources: ["cpu", "memory"] }, autoscaler: HPA }),
      // At zero there is nothing to drain.
      workerArgs({ replicas: { min: 2, max: 4 }, disruption: floor(1) }),
      internalArgs({ capacity: { kind: "on-demand", label: LABEL } }),
      internalArgs({ drain: { lbWaitSeconds: 10, inFlightSeconds: 60 }, preStopSeconds: 5 }),
    ];
    for (const args of near) assert.deepEqual(problemsOf(args), []);
  });

  it("sorts peers and paths, so that their order never shows as a difference", () => {
    const peers = [
      { service: "b", namespace: "n" },
      { service: "a", namespace: "n" },
    ];
    const record = normalise(
      fullArgs({ network: { ...fullArgs().network, callers: peers }, route: { ...route, paths: ["/b/*", "/a/*"] } }),
    );
    assert.deepEqual(
      record.network.callers.map(({ service }) => service),
      ["a", "b"],
    );
    assert.deepEqual(record.route?.paths, ["/a/*", "/b/*"]);
  });
});
