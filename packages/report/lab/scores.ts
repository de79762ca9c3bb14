import type { LabUsage } from "./figures.ts";

export interface Score {
  readonly kind: "over" | "under";
  /** Of those found so, how many are. Null where none is found. */
  readonly precision: number | null;
  /** Of those that are so, how many are found. Null where none is. */
  readonly recall: number | null;
}

export interface UsageScores {
  readonly all: number;
  readonly right: number;
  readonly fitting: number;
  readonly scores: readonly Score[];
}

/** How often the rules' verdict on a size is the true one. */
export function usageScores({ services }: LabUsage): UsageScores {
  const scores = (["over", "under"] as const).map((kind): Score => {
    const found = services.filter((one) => one.found === kind);
    const are = services.filter((one) => one.verdict === kind);
    const both = found.filter((one) => one.verdict === kind).length;
    return {
      kind,
      precision: found.length === 0 ? null : both / found.length,
      recall: are.length === 0 ? null : both / are.length,
    };
  });
  return {
    all: services.length,
    right: services.filter(({ found, verdict }) => found === verdict).length,
    fitting: services.filter(({ fits }) => fits).length,
    scores,
  };
}
