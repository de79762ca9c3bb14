import table from "./error-codes.json" with { type: "json" };

/** Every code this room can end in, with its meaning and fix. */
export const monitorErrorCodes: readonly { readonly code: string; readonly meaning: string; readonly fix: string }[] =
  table;
