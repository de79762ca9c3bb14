import type { Plan } from "@pyairtable/plan";
import type { LabFigures } from "./lab/figures.ts";

/** What a rule of the policy pack says of itself. */
export interface ControlRule {
  readonly id: string;
  readonly title: string;
  readonly severity: string;
  /** `mandatory` rules stop a preview, `advisory` ones only warn. */
  readonly enforcement: string;
  /** `prefix:id`, as `fsbp:ECS.4`. */
  readonly controls: readonly string[];
}

export interface ReportInput {
  readonly plan: Plan;
  readonly rules: readonly ControlRule[];
  /** Prefix of a control → the document it is of, in the order they are shown. */
  readonly frameworks: Readonly<Record<string, string>>;
  /** Null: no run of the monitoring lab was found in `labFolder`. */
  readonly lab: LabFigures | null;
  readonly labFolder: string;
  /** ISO 8601; the page says when it was made. */
  readonly madeAt: string;
}
