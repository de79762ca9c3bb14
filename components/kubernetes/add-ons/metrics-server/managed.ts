import type { AddonArgs } from "@pulumi/aws/eks/addon.js";
import type { Input } from "@pulumi/pulumi";
import { resourceTags } from "../../../shared/index.ts";
import { BUDGET, needsBudget } from "../foundation/disruption-budget.ts";
import { resources, SYSTEM_NODES } from "../foundation/pod.ts";
import { VERSIONS } from "../versions.ts";
import type { MetricsServerRecord } from "./args.ts";

/** Amazon's copy: our sizes, its manifests. A change by hand in the cluster is undone. */
export function managedArgs(record: MetricsServerRecord, clusterName: Input<string>): AddonArgs {
  const managed = VERSIONS["metrics-server"].eksAddOn;
  if (managed === undefined) throw new Error("metrics-server has no EKS add-on");
  const settings = {
    replicas: record.size.replicas,
    resources: resources(record.size),
    tolerations: [{ ...SYSTEM_NODES }],
    podDisruptionBudget: needsBudget(record.size)
      ? { enabled: true, maxUnavailable: BUDGET.maxUnavailable }
      : { enabled: false },
  };
  return {
    clusterName,
    addonName: managed.name,
    addonVersion: managed.version,
    configurationValues: JSON.stringify(settings),
    resolveConflictsOnCreate: "OVERWRITE",
    resolveConflictsOnUpdate: "OVERWRITE",
    tags: resourceTags(record.tags),
  };
}
