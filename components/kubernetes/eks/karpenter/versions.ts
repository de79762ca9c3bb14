import table from "./data/karpenter.json" with { type: "json" };

export const KARPENTER_VERSION = table.version;
export const KARPENTER_CHARTS = table.charts;

/** What Karpenter acts on, by the last part of the rule's name. */
export interface KarpenterEvent {
  readonly source: string;
  readonly detailType: string;
  /** Narrows the rule to what Karpenter reads; the rest would be paid for and thrown away. */
  readonly detail?: Readonly<Record<string, readonly string[]>>;
}
export const KARPENTER_EVENTS: Readonly<Record<string, KarpenterEvent>> = table.events;

const minimums: Readonly<Record<string, string>> = table.minimumByKubernetes;

/** Whether the pinned version supports a Kubernetes minor version. */
export function supportsKubernetes(version: string): boolean {
  const minimum = minimums[version];
  return minimum !== undefined && compare(KARPENTER_VERSION, minimum) >= 0;
}

function compare(a: string, b: string): number {
  const [aMajor = 0, aMinor = 0] = a.split(".").map(Number);
  const [bMajor = 0, bMinor = 0] = b.split(".").map(Number);
  return aMajor - bMajor || aMinor - bMinor;
}
