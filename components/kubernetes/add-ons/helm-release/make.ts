import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import type { Resource } from "@pulumi/pulumi";
import { child } from "../../../shared/index.ts";
import type { WorkloadSize } from "../common-args.ts";
import { makeNamespace, makeNetworkPolicies, type Scene } from "../foundation/add-on-base.ts";
import { budgetArgs, needsBudget } from "../foundation/disruption-budget.ts";
import type { Allowance } from "../foundation/network-policy.ts";
import { releaseArgs } from "./release.ts";
import type { ReleaseTransform } from "./transform.ts";

export interface Chart {
  /** Helm's name of the release. */
  readonly release: string;
  readonly values: object;
  readonly allowances: readonly Allowance[];
  /** Deployments of the chart by the name its pods carry. */
  readonly workloads: Readonly<Record<string, WorkloadSize>>;
  /** What must be there before the first pod. */
  readonly after?: readonly Resource[];
}

type ReleaseScene = Scene & { readonly transform: ReleaseTransform | undefined };

/** A release in a namespace of its own, guarded before its first pod runs; budgets are ours, charts know fewer fields. */
export function makeRelease(scene: ReleaseScene, chart: Chart): Release {
  const { addOn, name, record, parent, transform } = scene;
  const namespace = makeNamespace(scene);
  const policies = makeNetworkPolicies(scene, chart.allowances, namespace);
  for (const [workload, size] of Object.entries(chart.workloads))
    if (needsBudget(size))
      new PodDisruptionBudget(
        ...child(transform?.disruptionBudget, `${name}-${workload}-budget`, budgetArgs(addOn, record, workload), {
          parent,
          dependsOn: [namespace],
        }),
      );
  return new Release(
    ...child(transform?.release, `${name}-release`, releaseArgs(addOn, record, chart.release, chart.values), {
      parent,
      dependsOn: [namespace, ...policies, ...(chart.after ?? [])],
    }),
  );
}
