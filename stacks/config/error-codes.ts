import table from "./error-codes.json" with { type: "json" };

export interface ErrorCode {
  readonly code: string;
  readonly meaning: string;
  /** One imperative sentence. */
  readonly fix: string;
}

/** Every code a reading of the configuration can end in. */
export const configErrorCodes: readonly ErrorCode[] = table;
