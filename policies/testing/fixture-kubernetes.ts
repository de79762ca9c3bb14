import { resource } from "./build.ts";
import type { CapturedGraph } from "./captured.ts";
import { fixtureEks } from "./fixture-eks.ts";
import { fixtureNamespace } from "./fixture-namespace.ts";
import { fixtureNetwork } from "./fixture-network.ts";
import { type FixtureWorkload, fixtureWorkload } from "./fixture-workload.ts";

const AT = {
  gateway: { name: "api-gateway", namespace: "pyairtable-access", port: 8101 },
  record: { name: "record-service", namespace: "pyairtable-records", port: 8301 },
  importer: { name: "import-worker", namespace: "pyairtable-automation", port: 8402 },
} as const;

const WORKLOADS: readonly FixtureWorkload[] = [
  { ...AT.gateway, tier: "critical", owner: "team-access", costCenter: "cc-1100", calls: [AT.record], public: true },
  {
    ...AT.record,
    tier: "critical",
    owner: "team-records",
    costCenter: "cc-1300",
    calledBy: [AT.gateway, AT.importer],
  },
  { ...AT.importer, tier: "batch", owner: "team-automation", costCenter: "cc-1400", calls: [AT.record], keda: true },
];

/**
 * A small healthy stack that runs on Kubernetes, shaped as the components make it: network, EKS cluster, three
 * namespaces, three services. Made anew at each call, so a mutant can change it.
 */
export function fixtureKubernetes(): CapturedGraph {
  const graph = [
    ...fixtureNetwork(),
    resource("pulumi:providers:kubernetes", {}, { name: "eks" }),
    ...fixtureEks(),
    ...WORKLOADS.flatMap(({ namespace }) => fixtureNamespace(namespace)),
    ...WORKLOADS.flatMap(fixtureWorkload),
  ];
  return JSON.parse(JSON.stringify(graph)) as CapturedGraph;
}
