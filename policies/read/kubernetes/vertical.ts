import type { GraphResource } from "../../graph.ts";
import type { PropsOf } from "../../resource-types.ts";
import { namespaceOf } from "./metadata.ts";

export const VPA = "kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler";
const BOTH = ["cpu", "memory"] as const;
type Vertical = GraphResource<PropsOf<typeof VPA>>;

/** `namespace/kind/name` of what it sizes. */
export function verticalTargetOf(vertical: Vertical): string {
  const { kind = "", name = "" } = vertical.props.spec?.targetRef ?? {};
  return `${namespaceOf(vertical)}/${kind}/${name}`;
}

/** The VPA's default is to act. */
export function updateModeOf({ spec }: Vertical["props"]): string {
  return spec?.updatePolicy?.updateMode ?? "Auto";
}

/** Resources it sets in some container: none in mode `Off`, both unless its policies say less. */
export function actsOn(props: Vertical["props"]): readonly string[] {
  if (updateModeOf(props) === "Off") return [];
  const policies = props.spec?.resourcePolicy?.containerPolicies ?? [];
  if (policies.length === 0) return BOTH;
  const acting = policies.filter(({ mode }) => mode !== "Off");
  return [...new Set(acting.flatMap(({ controlledResources }) => controlledResources ?? BOTH))];
}
