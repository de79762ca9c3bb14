import table from "./data/log-retention.json" with { type: "json" };

/** Days CloudWatch Logs accepts as retention, ascending. */
export const LOG_RETENTION_DAYS: readonly number[] = table.days;
