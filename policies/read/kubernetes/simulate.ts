import type { Matrix, NetworkInput } from "@pyairtable/network-policy";
import type { Graph } from "../../graph.ts";
import { nameOf, namespaceOf } from "./metadata.ts";
import { NAMESPACE } from "./namespaces.ts";
import { NETWORK_POLICY } from "./network.ts";
import { containersOf, type Workload, workloadsOf } from "./workloads.ts";

type Simulator = typeof import("@pyairtable/network-policy");
let simulator: Simulator | undefined;

/** Loads the simulator; undefined once it is there. Not before it is needed, so that other packs start without it. */
export function loadSimulator(): Promise<unknown> | undefined {
  if (simulator !== undefined) return undefined;
  return import("@pyairtable/network-policy").then((loaded) => {
    simulator = loaded;
  });
}

/** Who reaches whom among some workloads, one pod of each, under all policies of the graph. Names are their keys. */
export function reachabilityOf(graph: Graph, among: readonly Workload[]): Matrix {
  if (simulator === undefined) throw new Error("loadSimulator() comes first");
  return simulator.networkOf(inputOf(graph)).matrix({ pods: among.map(({ key }) => key) });
}

function inputOf(graph: Graph): NetworkInput {
  const policies = graph.ofType(NETWORK_POLICY).map((policy) => ({
    apiVersion: "networking.k8s.io/v1",
    metadata: { name: nameOf(policy), namespace: namespaceOf(policy) },
    spec: policy.props.spec,
  }));
  const pods = workloadsOf(graph).map((workload) => ({
    name: workload.key.slice(workload.namespace.length + 1),
    namespace: workload.namespace,
    labels: workload.template.metadata?.labels ?? {},
    hostNetwork: workload.pod.hostNetwork ?? false,
    ports: containersOf(workload.pod).flatMap(({ spec }) => (spec.ports ?? []).map(portOf)),
  }));
  const labels = new Map(graph.ofType(NAMESPACE).map((one) => [nameOf(one), one.props.metadata?.labels ?? {}]));
  const named = [...pods.map(({ namespace }) => namespace), ...policies.map(({ metadata }) => metadata.namespace)];
  const namespaces = [...new Set([...labels.keys(), ...named])].map((name) => ({ name, labels: labels.get(name) }));
  return { namespaces, pods, policies };
}

interface ContainerPort {
  readonly name?: string;
  readonly containerPort: number;
  readonly protocol?: string;
}

function portOf({ name, containerPort, protocol = "TCP" }: ContainerPort) {
  return { name, port: containerPort, protocol: protocol as "TCP" | "UDP" | "SCTP" };
}
