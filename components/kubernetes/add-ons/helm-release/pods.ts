import { NAME_LABEL } from "@pyairtable/kubernetes-facts";
import type { AddOnRecord, WorkloadSize } from "../common-args.ts";
import { resources, SYSTEM_NODES, spread } from "../foundation/pod.ts";
import { type ImageVersion, tagWithDigest } from "../versions.ts";

/** What charts call by the same names wherever they describe a pod. */
export interface PodValues {
  readonly resources: ReturnType<typeof resources>;
  readonly tolerations: readonly { readonly key: string; readonly operator: string }[];
  readonly priorityClassName: string;
  readonly topologySpreadConstraints: readonly object[];
}

/** Sizes and place of a chart's pods, which carry `workload` as their name. */
export function podValues(record: AddOnRecord, workload: string, size: WorkloadSize): PodValues {
  return {
    resources: resources(size),
    tolerations: [{ ...SYSTEM_NODES }],
    priorityClassName: record.priorityClass,
    topologySpreadConstraints: spread({ [NAME_LABEL]: workload }),
  };
}

export interface ImageValues {
  readonly repository: string;
  readonly tag: string;
}

/** For charts that join repository and tag by a colon. */
export function imageValues(image: ImageVersion): ImageValues {
  return { repository: image.repository, tag: tagWithDigest(image) };
}
