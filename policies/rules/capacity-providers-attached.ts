import { ECS_SERVICE } from "../read/names.ts";
import { type StackFinding, stackRule } from "../rule.ts";

export const capacityProvidersAttached = stackRule({
  id: "capacity-providers-attached",
  title: "The cluster has every capacity provider that a service's strategy names.",
  severity: "high",
  remediation: "Add the provider to the cluster's `ClusterCapacityProviders`.",
  controls: ["wa:reliability"],
  *check(graph): Iterable<StackFinding> {
    const attachments = graph.ofType("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders");
    const attached = new Set(attachments.flatMap(({ props }) => props.capacityProviders ?? []));
    for (const service of graph.ofType(ECS_SERVICE)) {
      const named = (service.props.capacityProviderStrategies ?? []).map(({ capacityProvider }) => capacityProvider);
      const missing = named.filter((provider) => !attached.has(provider));
      if (missing.length === 0) continue;
      const wanted = `one of ${[...attached].join(", ") || "none attached"}`;
      yield { at: service, what: "capacity providers", got: missing, wanted, fix: "Attach them to the cluster." };
    }
  },
});
