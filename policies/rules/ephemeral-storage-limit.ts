import { type Finding, resourceRule } from "../rule.ts";
import { amount } from "../settings.ts";

/** What every Fargate task has without paying for it. */
const FREE_GIB = 20;

export const ephemeralStorageLimit = resourceRule({
  id: "ephemeral-storage-limit",
  title: "A task has no more ephemeral storage than the stack allows.",
  severity: "low",
  remediation: "Lower `ephemeralStorageGiB`, or put the data in S3 or EFS.",
  controls: ["wa:cost"],
  config: { maxGiB: amount(50, "Ephemeral storage of one task, GiB; 20 are free") },
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  *check({ props }, { maxGiB }): Iterable<Finding> {
    const got = props.ephemeralStorage?.sizeInGib ?? FREE_GIB;
    if (got <= maxGiB) return;
    yield { what: "ephemeral storage", got, wanted: `at most ${maxGiB} GiB`, fix: "Lower ephemeralStorageGiB." };
  },
});
