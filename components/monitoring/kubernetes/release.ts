import type { ReleaseArgs } from "@pulumi/kubernetes/helm/v3/release.js";
import pinned from "./data/chart.json" with { type: "json" };
import { NAMESPACE } from "./names.ts";
import type { KubernetesRecord } from "./record.ts";
import { stackValues } from "./values.ts";

/** The chart at its pinned version, rolled back whole where it fails; types are the add-on's (pitfall 20). */
export function releaseArgs(record: KubernetesRecord): ReleaseArgs {
  const { repository, name, version } = pinned.chart;
  return {
    name: "monitoring",
    namespace: NAMESPACE,
    createNamespace: false,
    chart: name,
    version,
    repositoryOpts: { repo: repository },
    values: stackValues(record),
    skipCrds: true,
    atomic: true,
    cleanupOnFail: true,
    waitForJobs: true,
    timeout: 900,
    maxHistory: 5,
  };
}
