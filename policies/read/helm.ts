import type { PropsOf } from "../resource-types.ts";

export const RELEASE = "kubernetes:helm.sh/v3:Release";
type Release = PropsOf<typeof RELEASE>;

/** Last part of a chart's name or address: `karpenter` of `oci://public.ecr.aws/karpenter/karpenter`. */
export function chartNameOf({ chart }: Release): string {
  return chart.split("/").at(-1)?.split(":")[0] ?? chart;
}

/** Where the chart comes from: its OCI address, else its repository; undefined for a folder of this machine. */
export function repositoryOf({ chart, repositoryOpts }: Release): string | undefined {
  return chart.includes("://") ? chart : repositoryOpts?.repo;
}
