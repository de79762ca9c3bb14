import type { PrometheusApi } from "./api.ts";

/** One rule as the server saw it last. */
export interface RuleState {
  readonly file: string;
  readonly group: string;
  readonly intervalSeconds: number;
  readonly name: string;
  readonly kind: "recording" | "alerting";
  /** Seconds that its last evaluation took. */
  readonly evaluationSeconds: number;
  readonly health: string;
  readonly error: string;
  /** Never evaluated: null. */
  readonly evaluatedMs: number | null;
}

interface RulesAnswer {
  readonly groups: readonly {
    readonly name: string;
    readonly file: string;
    readonly interval: number;
    readonly rules: readonly {
      readonly name: string;
      readonly type: RuleState["kind"];
      readonly evaluationTime: number;
      readonly lastEvaluation: string;
      readonly health: string;
      readonly lastError?: string;
    }[];
  }[];
}

export async function ruleStates(api: PrometheusApi): Promise<readonly RuleState[]> {
  const { groups } = await api.get<RulesAnswer>("rules");
  return groups.flatMap(({ name: group, file, interval, rules }) =>
    rules.map((rule) => ({
      file,
      group,
      intervalSeconds: interval,
      name: rule.name,
      kind: rule.type,
      evaluationSeconds: rule.evaluationTime,
      health: rule.health,
      error: rule.lastError ?? "",
      // Go's zero time is the year 1.
      evaluatedMs: rule.lastEvaluation.startsWith("0001") ? null : Date.parse(rule.lastEvaluation),
    })),
  );
}

/** True once each rule was evaluated after a moment. */
export async function allEvaluatedSince(api: PrometheusApi, ms: number): Promise<boolean> {
  return (await ruleStates(api)).every(({ evaluatedMs }) => evaluatedMs !== null && evaluatedMs > ms);
}
