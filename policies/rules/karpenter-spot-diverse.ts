import { capacityTypesOf, NODE_POOL, valuesOf } from "../read/kubernetes/karpenter.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const karpenterSpotDiverse = resourceRule({
  id: "karpenter-spot-diverse",
  title: "A Spot pool may take many instance types: one type's shortage takes few nodes.",
  severity: "high",
  remediation: "Ask by category and generation, or name more types.",
  controls: ["wa:reliability"],
  config: {
    minTypes: amount(6, "Fewest instance types of a Spot pool"),
    minCategories: amount(2, "Fewest categories"),
  },
  types: [NODE_POOL],
  *check({ props }, { minTypes, minCategories }): Iterable<Finding> {
    if (!capacityTypesOf(props).includes("spot")) return;
    const types = valuesOf(props, "node.kubernetes.io/instance-type");
    const categories = valuesOf(props, "karpenter.k8s.aws/instance-category");
    const fix = "Widen the pool's requirements.";
    if (types !== undefined && types.length < minTypes)
      yield { what: "instance types of a Spot pool", got: types, wanted: `at least ${minTypes}`, fix };
    if (categories !== undefined && categories.length < minCategories)
      yield { what: "instance categories of a Spot pool", got: categories, wanted: `at least ${minCategories}`, fix };
  },
});
