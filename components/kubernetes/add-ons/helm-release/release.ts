import type { ReleaseArgs } from "@pulumi/kubernetes/helm/v3/release.js";
import type { AddOnRecord } from "../common-args.ts";
import { chartOf, type LocalAddOnName } from "../versions.ts";

/**
 * A chart at its pinned version. A failed install or upgrade is rolled back whole. No chart here keeps CRDs in `crds/`,
 * which Helm would install once and never upgrade: they are templates, or resources of their own, and `skipCrds` makes
 * a chart that moves them there fail instead of freezing them.
 */
export function releaseArgs(
  addOn: LocalAddOnName,
  record: Pick<AddOnRecord, "namespace">,
  name: string,
  values: object,
): ReleaseArgs {
  const { repository, name: chart, version } = chartOf(addOn);
  return {
    name,
    namespace: record.namespace,
    createNamespace: false,
    chart,
    version,
    repositoryOpts: { repo: repository },
    values: { ...values },
    skipCrds: true,
    atomic: true,
    cleanupOnFail: true,
    waitForJobs: true,
    timeout: 600,
    maxHistory: 5,
  };
}

/** CRDs outlive the release: with them would go every object of their kinds. */
export const KEPT_CRDS = { "helm.sh/resource-policy": "keep" } as const;
