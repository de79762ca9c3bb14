/** The shape of Prometheus rules, before anyone writes YAML. Durations in seconds. */

/** `page` wakes somebody, `ticket` waits for working hours, `info` is read with the weekly report. */
export const SEVERITIES = ["page", "ticket", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

export type Labels = Readonly<Record<string, string>>;

export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
  readonly labels?: Labels;
}

export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  /** How long the expression must hold. */
  readonly forSeconds: number;
  /** How long the alert stays after the expression stopped holding; Prometheus 2.42 and later. */
  readonly keepFiringForSeconds?: number;
  readonly severity: Severity;
  /** Team that answers; null where the expression's result has the label `owner` itself. */
  readonly owner: string | null;
  readonly summary: string;
  readonly description: string;
  /** Page of docs/runbooks, without `.md`. */
  readonly runbook: string;
  /** Dashboard that shows it. */
  readonly dashboard: string;
  readonly labels?: Labels;
}

export type Rule = RecordingRule | AlertRule;

export interface RuleGroup {
  readonly name: string;
  readonly intervalSeconds: number;
  readonly rules: readonly Rule[];
}

export const isAlert = (rule: Rule): rule is AlertRule => "alert" in rule;
