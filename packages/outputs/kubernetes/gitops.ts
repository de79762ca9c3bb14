import type { Input } from "@pulumi/pulumi";
import type { Plan } from "@pyairtable/plan";
import type { KubernetesOutputs } from "./contract.ts";

export interface GitOpsAddOn {
  readonly version: string | null;
  readonly namespace: string | null;
}

/**
 * Labels and annotations for Argo CD's cluster Secret, by the words of the GitOps bridge (snake case).
 *
 * Add-ons are `has_x`, not the bridge's `enable_x`: that one asks Argo CD to install what this stack has installed.
 */
export function gitOpsMetadata(
  { environment, region, project, kubernetes }: Plan,
  clusterName: Input<string> | null,
  addOns: KubernetesOutputs["addOns"],
  more: Readonly<Record<string, Input<string>>>,
): { labels: Record<string, Input<string>>; annotations: Record<string, Input<string>> } {
  const installed = Object.entries(addOns).filter(([, { enabled }]) => enabled);
  const word = (name: string) => name.replaceAll("-", "_");
  const ours: Record<string, Input<string>> = clusterName === null
    ? {}
    : { aws_cluster_name: clusterName, aws_region: region };
  return {
    labels: {
      environment,
      project,
      kubernetes_mode: kubernetes.mode,
      kubernetes_version: kubernetes.version,
      ...(clusterName === null ? {} : { cluster_name: clusterName }),
      ...Object.fromEntries(installed.map(([name]) => [`has_${word(name)}`, "true"])),
    },
    annotations: {
      ...ours,
      ...Object.fromEntries(
        installed.flatMap(([name, { namespace }]) =>
          namespace === null ? [] : [[`${word(name)}_namespace`, namespace]],
        ),
      ),
      ...more,
    },
  };
}
