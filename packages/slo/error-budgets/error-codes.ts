import table from "./error-codes.json" with { type: "json" };

/** Every code that a file of error budgets, or measuring them, can end in. */
export const errorBudgetCodes: readonly { readonly code: string; readonly meaning: string; readonly fix: string }[] =
  table;
