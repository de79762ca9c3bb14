import type { Rule } from "../rule.ts";
import { costTagValuesAllowed } from "./cost-tag-values-allowed.ts";
import { costTagsPresent } from "./cost-tags-present.ts";
import { environmentTagMatchesStack } from "./environment-tag-matches-stack.ts";
import { noDisabledRules } from "./no-disabled-rules.ts";
import { serviceTagInCatalog } from "./service-tag-in-catalog.ts";
import { taskCpuLimit } from "./task-cpu-limit.ts";

const guarded: readonly Rule[] = [
  costTagsPresent,
  costTagValuesAllowed,
  serviceTagInCatalog,
  environmentTagMatchesStack,
  taskCpuLimit,
];

/** The pack: every rule, the guard last. */
export const rules: readonly Rule[] = [...guarded, noDisabledRules(guarded)];
