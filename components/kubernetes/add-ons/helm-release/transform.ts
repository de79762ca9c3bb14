import type { ReleaseArgs } from "@pulumi/kubernetes/helm/v3/release.js";
import type { PodDisruptionBudgetArgs } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import type { Transforms } from "../../../shared/index.ts";
import type { BaseChildren } from "../foundation/transform.ts";

export interface ReleaseChildren extends BaseChildren {
  release: ReleaseArgs;
  disruptionBudget: PodDisruptionBudgetArgs;
}
export type ReleaseTransform = Transforms<ReleaseChildren>;
