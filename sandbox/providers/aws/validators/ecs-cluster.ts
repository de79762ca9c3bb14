import { list, objects, type Properties, text } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import { capacityStrategy } from "./ecs-service.ts";
import { Findings } from "./findings.ts";

/** `PutClusterCapacityProviders`: the default strategy uses only providers of the cluster. */
export function clusterProviders(inputs: Properties): Violation[] {
  const findings = new Findings();
  const path = "defaultCapacityProviderStrategies";
  capacityStrategy(findings, path, inputs[path]);
  const providers = list(inputs.capacityProviders);
  for (const { index, item } of objects(inputs[path])) {
    const name = text(item.capacityProvider);
    if (name === undefined || providers.includes(name)) continue;
    findings.refuse(
      `${path}[${index}].capacityProvider`,
      name,
      `one of the cluster's ${providers.join(", ")}`,
      "InvalidParameterException: The specified capacity provider is not associated with the cluster",
    );
  }
  return findings.violations;
}
