import type { Rule } from "../rule.ts";
import { errorBudgetRespected, errorBudgetRule } from "../rules/error-budget-respected.ts";
import { rules } from "../rules/index.ts";
import { FIXTURE_BUDGETS, FIXTURE_NOW } from "./fixture-budgets.ts";

export const testedErrorBudgetRule = errorBudgetRule(FIXTURE_BUDGETS, () => FIXTURE_NOW);

/** The pack, judged by budgets and a clock that stand still: a new measurement breaks no test. */
export const testedRules: readonly Rule[] = rules.map((rule) =>
  rule === errorBudgetRespected ? testedErrorBudgetRule : rule,
);
