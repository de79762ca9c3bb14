import { NAME_LABEL } from "@pyairtable/kubernetes-facts";
import {
  compareMatrix,
  type Edge,
  matrixSvg,
  type Network,
  networkOf,
  type PodInput,
} from "@pyairtable/network-policy";
import { type Verdict, verdict } from "../../support/verdict.ts";
import { isReady, labelOf } from "../cluster.ts";
import type { Lab } from "../context.ts";

/** The policies the API server holds, evaluated between one pod of each service: the catalog's edges and no other. */
export async function reachability(lab: Lab): Promise<Verdict> {
  const { plan } = lab;
  const { network, podOf } = await admitted(lab);
  const expected = plan.services.flatMap((caller) =>
    caller.calls.flatMap((callee): Edge[] => {
      const port = plan.services.find(({ name }) => name === callee)?.port ?? 0;
      return [{ from: podOf(caller.name), to: podOf(callee), ports: [`TCP ${port}`] }];
    }),
  );
  const matrix = network.matrix();
  const { missing, unexpected } = compareMatrix(matrix, expected);
  const outside = plan.services.filter(({ name }) => network.reachable(podOf(name), { ip: "203.0.113.9" }, 443, "TCP"));
  const path = lab.save("reachability.svg", matrixSvg(matrix, { expected, title: "Who may call whom" }));
  const arrow = ({ from, to }: Edge) => `${from} → ${to}`;
  return verdict(
    "network policies",
    `${matrix.names.length} × ${matrix.names.length} reachability equals the catalog's ${expected.length} edges; ` +
      `${plan.services.length - outside.length} services have no way to the internet; picture ${path}`,
    [
      ...missing.map((edge) => `missing: ${arrow(edge)}`),
      ...unexpected.map((edge) => `not in the catalog: ${arrow(edge)}`),
      ...(matrix.names.length === plan.services.length ? [] : [`${matrix.names.length} services have a pod`]),
    ],
  );
}

async function admitted(lab: Lab): Promise<{ network: Network; podOf: (service: string) => string }> {
  const { core, networking } = lab.cluster;
  const [namespaces, pods, policies] = await Promise.all([
    core.listNamespace(),
    core.listPodForAllNamespaces({ labelSelector: NAME_LABEL }),
    networking.listNetworkPolicyForAllNamespaces(),
  ]);
  const services = new Set(lab.plan.services.map(({ name }) => name));
  const chosen = new Map<string, PodInput>();
  for (const pod of pods.items.filter(isReady)) {
    const service = labelOf(pod, NAME_LABEL) ?? "";
    if (!services.has(service) || chosen.has(service)) continue;
    chosen.set(service, {
      name: service,
      namespace: pod.metadata?.namespace ?? "",
      labels: pod.metadata?.labels ?? {},
      ports: (pod.spec?.containers ?? []).flatMap(({ ports }) =>
        (ports ?? []).map(({ name, containerPort }) => ({
          ...(name === undefined ? {} : { name }),
          port: containerPort,
        })),
      ),
    });
  }
  const network = networkOf({
    namespaces: namespaces.items.map(({ metadata }) => ({
      name: metadata?.name ?? "",
      labels: metadata?.labels ?? {},
    })),
    pods: [...chosen.values()],
    policies: policies.items,
  });
  return { network, podOf: (service) => `${chosen.get(service)?.namespace ?? "?"}/${service}` };
}
