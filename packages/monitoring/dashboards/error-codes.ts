import table from "./error-codes.json" with { type: "json" };

/** Codes of this room; unknown metrics are `monitoring.unknown-metric`, as in rules. */
export const dashboardErrorCodes: readonly { readonly code: string; readonly meaning: string; readonly fix: string }[] =
  table;
