import { addTwin, tagsOfService } from "../testing/add.ts";
import { resource } from "../testing/build.ts";
import { type CapturedGraph, type CapturedResource, type Mutant, UNKNOWN } from "../testing/captured.ts";
import { hpa, scaledObject, servicePodWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { testedErrorBudgetRule } from "../testing/tested-rules.ts";

const TARGET = "aws:appautoscaling/target:Target";
const on = (service: string) => ({ tags: { Service: service } });
const strategy = (base: number, spotWeight: number) => [
  { capacityProvider: "FARGATE", base, weight: spotWeight === 0 ? 1 : 0 },
  ...(spotWeight === 0 ? [] : [{ capacityProvider: "FARGATE_SPOT", weight: spotWeight }]),
];
const tasks = (count: unknown, base: number, spotWeight: number, service = "auth-service") =>
  resource("aws:ecs/service:Service", {
    desiredCount: count,
    capacityProviderStrategies: strategy(base, spotWeight),
    ...on(service),
  });
const target = (minCapacity: number, service = "auth-service") =>
  resource(TARGET, { serviceNamespace: "ecs", resourceId: "service/c/x", minCapacity, ...on(service) });
const inStack = (stack: string, one: CapturedResource): CapturedResource => {
  return { ...one, urn: one.urn.replace(":prod::", `:${stack}::`) };
};

const LABEL = "karpenter.sh/nodepool";
const labelSelector = { matchLabels: { "app.kubernetes.io/name": "api" } };
const spread = (whenUnsatisfiable: string) => ({
  topologySpreadConstraints: [{ maxSkew: 1, topologyKey: LABEL, whenUnsatisfiable, labelSelector }],
});
const onDemand = { nodeSelector: { [LABEL]: "on-demand" } };
const pods = (pod: object, minReplicas = 2): CapturedGraph => [
  servicePodWith({ ...pod }, "auth-service"),
  hpa({ minReplicas }),
];

/** A second service of `audit-log`, whose budget is at its end, with one task on Spot. */
export const mutant: Mutant = (graph) => {
  addTwin(graph, { service: "import-worker", suffix: "second", maxTasks: 2 });
  for (const { props } of graph.slice(-3)) {
    props.tags = tagsOfService("audit-log");
    if ("minCapacity" in props) props.minCapacity = 1;
    if ("desiredCount" in props) props.desiredCount = 1;
  }
};

testRule(testedErrorBudgetRule, {
  passes: {
    "what ran while it was measured": tasks(2, 1, 1),
    "less on Spot, and more tasks": [tasks(2, 4, 1), target(4)],
    "a service with budget left, all on Spot and fewer": tasks(1, 0, 1, "import-worker"),
    "a service that nobody measured": tasks(1, 0, 1, "comment-service"),
    "a service that is gone": [],
    "a budget at its end, on demand": tasks(2, 0, 0, "audit-log"),
    "a twin that waits at zero": [tasks(2, 1, 1), tasks(0, 0, 1)],
    "pods held over both kinds of node": pods(spread("DoNotSchedule")),
    "pods on demand": pods(onDemand),
    "pods that sleep, and are two when awake": [
      servicePodWith(spread("DoNotSchedule"), "auth-service"),
      scaledObject({ minReplicaCount: 0, triggers: [{ type: "cron", metadata: { desiredReplicas: "2" } }] }),
    ],
    "one pod on demand beside one task on Spot": [servicePodWith(onDemand, "auth-service"), tasks(1, 0, 1)],
    "a stack that nobody measured": inStack("dev", tasks(1, 0, 1)),
    "a measurement of 14 days": inStack("fresh", tasks(2, 1, 1)),
    "a sample, however old": tasks(2, 1, 1),
  },
  fails: {
    "more on Spot": [
      tasks(2, 0, 1),
      /auth-service[\s\S]*share on Spot[\s\S]*got {5}"100%, with -40% left of its availability budget on 2026-01-01 \(sample data\)"[\s\S]*wanted {2}at most 50%/,
    ],
    "more on Spot, by the scaling minimum": [[tasks(2, 1, 1), target(3)], /"66\.7%, /],
    "fewer tasks": [tasks(1, 1, 1), /auth-service[\s\S]*minimum of replicas[\s\S]*got {5}"1, [\s\S]*at least 2/],
    "fewer when scaled in": [[tasks(2, 1, 1), target(1)], /at least 2, what ran then/],
    "the end of a budget": [tasks(2, 0, 1, "audit-log"), /audit-log[\s\S]*with 0% left[\s\S]*at most 0%/],
    "a twin on Spot": [[tasks(2, 1, 1), tasks(1, 0, 1)], /"66\.7%, /],
    "pods on Spot": [pods({}), /auth-service \(api\)[\s\S]*"100%, [\s\S]*at most 50%/],
    "pods held by a constraint that gives way": [pods(spread("ScheduleAnyway")), /"100%, /],
    "fewer pods": [pods(onDemand, 1), /minimum of replicas/],
    "pods that wake to fewer": [
      [
        servicePodWith(spread("DoNotSchedule"), "auth-service"),
        scaledObject({ minReplicaCount: 0, triggers: [{ type: "cron", metadata: { desiredReplicas: "1" } }] }),
      ],
      /got {5}"1, [\s\S]*at least 2/,
    ],
    "pods that nothing wakes": [
      [servicePodWith(spread("DoNotSchedule"), "auth-service"), scaledObject({})],
      /got {5}"0, [\s\S]*at least 2/,
    ],
    "a measurement of 15 days": [
      inStack("old", tasks(2, 1, 1)),
      /platform: measurement of the error budgets[\s\S]*2026-11-09, 15 days old[\s\S]*--stack old/,
    ],
    "a change judged by an old measurement": [
      inStack("old", tasks(1, 1, 1)),
      /15 days old[\s\S]*budget on 2026-11-09"[\s\S]*at least 2/,
    ],
  },
  unknown: tasks(UNKNOWN, 1, 1),
  mutant,
});
