import { ECS_TASK } from "../read/names.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { isUnknown } from "../unknown.ts";

/** Property paths whose value other rules decide by. */
const GOVERNED: Readonly<Record<string, readonly string[]>> = {
  [ECS_TASK]: ["cpu", "memory", "containerDefinitions"],
  "aws:ecs/service:Service": ["desiredCount", "capacityProviderStrategies"],
  "aws:appautoscaling/target:Target": ["minCapacity", "maxCapacity"],
  "aws:cloudwatch/logGroup:LogGroup": ["retentionInDays"],
};

export const governedValuesPlain = resourceRule({
  id: "governed-values-plain",
  title: "Sizes, counts and cost tags are plain values: a preview that does not know them could not judge them.",
  severity: "high",
  remediation: "Take the value from the plan instead of another resource's output.",
  controls: ["wa:security"],
  types: Object.keys(GOVERNED),
  *check({ type, props }): Iterable<Finding> {
    const record = props as Readonly<Record<string, unknown>>;
    const tags = () => record.tags as Readonly<Record<string, unknown>> | undefined;
    const paths = (GOVERNED[type] ?? []).filter((path) => isUnknown(() => record[path]));
    if (isUnknown(tags)) paths.push("tags");
    else
      paths.push(
        ...Object.keys(tags() ?? {})
          .filter((key) => isUnknown(() => tags()?.[key]))
          .map((key) => `tags.${key}`),
      );
    for (const path of paths) {
      yield { what: path, got: "not known in preview", wanted: "a plain value", fix: "Take it from the plan." };
    }
  },
});
