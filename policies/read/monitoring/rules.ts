import { carrierOf, jsonOf, TASK } from "./carried.ts";

/** A rule as Prometheus takes it; only what policies read. */
export interface PromRule {
  readonly record?: string;
  readonly alert?: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

export const PROMETHEUS_RULE = "kubernetes:monitoring.coreos.com/v1:PrometheusRule";
export const RULE_GROUPS = "aws:amp/ruleGroupNamespace:RuleGroupNamespace";
/** Resources that carry rules. */
export const RULE_TYPES = [TASK, PROMETHEUS_RULE, RULE_GROUPS] as const;

/** Every rule that a resource carries: a task's files, an object's groups, a namespace's data. */
export function rulesOf(type: string, props: object): readonly PromRule[] {
  switch (type) {
    case TASK: {
      const files = carrierOf(props as { containerDefinitions: string }, "prometheus")?.files ?? {};
      return Object.entries(files).flatMap(([path, text]) => (path.startsWith("rules/") ? inGroups(jsonOf(text)) : []));
    }
    case PROMETHEUS_RULE:
      return inGroups((props as { readonly spec?: unknown }).spec);
    case RULE_GROUPS:
      return inGroups(jsonOf((props as { readonly data: string }).data));
    default:
      return [];
  }
}

export const alertsOf = (type: string, props: object) =>
  rulesOf(type, props).filter((rule): rule is PromRule & { readonly alert: string } => rule.alert !== undefined);

function inGroups(value: unknown): readonly PromRule[] {
  const { groups = [] } = (value ?? {}) as { readonly groups?: readonly { readonly rules?: readonly PromRule[] }[] };
  return groups.flatMap(({ rules = [] }) => rules);
}
