import table from "./error-codes.json" with { type: "json" };

/** Every code a wrong objective or window can end in, with its meaning and fix. */
export const sloErrorCodes: readonly { readonly code: string; readonly meaning: string; readonly fix: string }[] =
  table;
