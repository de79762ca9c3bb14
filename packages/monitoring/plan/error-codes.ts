import table from "./error-codes.json" with { type: "json" };

/** Codes of the choices; settings, capacity and receivers have theirs in the folder above. */
export const monitoringPlanErrorCodes: readonly {
  readonly code: string;
  readonly meaning: string;
  readonly fix: string;
}[] = table;
