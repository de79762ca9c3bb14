import table from "./error-codes.json" with { type: "json" };

/** Every code a wrong setting or rule can end in, with its meaning and fix. */
export const monitoringErrorCodes: readonly {
  readonly code: string;
  readonly meaning: string;
  readonly fix: string;
}[] = table;
