import type { Placement, Tier } from "@pyairtable/plan";

/** What the solver reads of a service. `cpuUnits`: 1024 is one vCPU. */
export interface SpotInput {
  readonly name: string;
  readonly tier: Tier;
  readonly cpuUnits: number;
  readonly replicas: { readonly min: number; readonly max: number };
}

/** Shares of the vCPU at minimum replicas, 0 to 1. */
export interface SpotOptions {
  readonly targetShare: number;
  readonly tolerance: number;
}

export interface SpotAllocation {
  /** By service name, in name order. */
  readonly placements: ReadonlyMap<string, Placement>;
  /** Share of vCPU on Spot at minimum replicas, 0 to 1. */
  readonly actualShare: number;
  readonly withinTolerance: boolean;
  /** One sentence; where the target is out of reach, what would bring it within. */
  readonly why: string;
}
