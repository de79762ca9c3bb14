import table from "./error-codes.json" with { type: "json" };

/** Every code the catalog's invariants can end in, with its meaning and fix. */
export const catalogErrorCodes: readonly { readonly code: string; readonly meaning: string; readonly fix: string }[] =
  table;
