type Edits = Readonly<Record<string, unknown>>;

/** What is broken where every service runs on a cluster: by edits of the configuration, of the catalog, or of both. */
export type ClusterCase = readonly [what: string, config: Edits, catalog: Edits, ...expected: string[]];

/** Turns a sound production configuration into one of an existing cluster. */
export const ON_A_CLUSTER: Edits = {
  kubernetes: { mode: "existing", why: "a cluster that is already there", services: "all" },
};

const WHY = "as the test asks for it";
const QUOTA = { cpuMillicores: 100_000, memoryMiB: 200_000, pods: 500 };

export const clusterCases: readonly ClusterCase[] = [
  [
    "moves a service nobody has",
    { "kubernetes.services": ["schedular"] },
    {},
    "catalog.unknown-on-kubernetes platform.kubernetes.services[0]",
  ],
  ["everything moved to no cluster", { "kubernetes.mode": "off" }, {}, "catalog.runtime platform.kubernetes.services"],
  [
    "caller moved without its callee",
    { "kubernetes.services": ["embedding-worker"] },
    {},
    "catalog.call-across-runtimes embedding-worker.calls[0]",
  ],
  [
    "no KEDA for sleepers",
    { "kubernetes.addOns.keda": false },
    {},
    "catalog.add-on-needed platform.kubernetes.addOns.keda",
  ],
  [
    "no store for secrets",
    { "kubernetes.addOns.external-secrets": false },
    {},
    "catalog.add-on-needed platform.kubernetes.addOns.external-secrets",
  ],
  [
    "no metrics for autoscalers",
    { "kubernetes.addOns.metrics-server": false },
    {},
    "catalog.add-on-needed platform.kubernetes.addOns.metrics-server",
  ],
  [
    "vertical scaling without its autoscaler",
    { "kubernetes.addOns.vertical-pod-autoscaler": false },
    { "scheduler.vertical": { updateMode: "Initial", resources: ["memory"] } },
    "catalog.add-on-needed platform.kubernetes.addOns.vertical-pod-autoscaler",
  ],
  [
    "floor of every replica",
    {},
    { "record-service.disruption": { minAvailable: 2, why: WHY } },
    "catalog.drain-blocked record-service.disruption.minAvailable",
  ],
  [
    "floor of one with one replica",
    {},
    { "scheduler.disruption": { minAvailable: 1, why: WHY } },
    "catalog.drain-blocked scheduler.disruption.minAvailable",
  ],
  [
    "no eviction at all",
    {},
    { "record-service.disruption": { maxUnavailable: 0, why: WHY } },
    "catalog.drain-blocked record-service.disruption.maxUnavailable",
  ],
  [
    "two budgets in one",
    {},
    { "record-service.disruption": { maxUnavailable: 1, minAvailable: 1, why: WHY } },
    "catalog.disruption record-service.disruption",
  ],
  [
    "both autoscalers on CPU",
    {},
    { "record-service.vertical": { updateMode: "InPlaceOrRecreate", resources: ["cpu", "memory"] } },
    "catalog.autoscalers-clash record-service.vertical.resources",
  ],
  [
    "quota of a domain that is not there",
    { "kubernetes.quotas.recrods": QUOTA },
    {},
    "catalog.quota-domain platform.kubernetes.quotas.recrods",
  ],
  [
    "quota too small",
    { "kubernetes.quotas.records": { cpuMillicores: 100, memoryMiB: 200, pods: 1 } },
    {},
    "catalog.quota-small platform.kubernetes.quotas.records.cpuMillicores",
    "catalog.quota-small platform.kubernetes.quotas.records.memoryMiB",
    "catalog.quota-small platform.kubernetes.quotas.records.pods",
  ],
  [
    "GitOps of a team nobody knows",
    {
      "kubernetes.gitOps": {
        host: "a.example",
        repository: "https://git.example/a",
        revision: "main",
        owners: ["team-recrods"],
      },
    },
    {},
    "catalog.git-ops-owner platform.kubernetes.gitOps.owners[0]",
  ],
  [
    "owner no label can hold",
    { owner: "team platform", costCenter: "cc:1000" },
    {},
    "catalog.label-value platform.owner",
    "catalog.label-value platform.costCenter",
  ],
];
