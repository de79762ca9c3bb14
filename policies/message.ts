import { show } from "@pyairtable/diagnostics";

/** One thing wrong. The frame adds where: service, resource and rule. */
export interface Finding {
  /** The property or fact, in words: `task CPU`. */
  readonly what: string;
  /** What was found; shown short. */
  readonly got: unknown;
  /** What is accepted, with the unit: `at most 2048 units`. */
  readonly wanted: string;
  /** One imperative sentence. */
  readonly fix: string;
}

export interface Place {
  readonly rule: string;
  readonly service: string;
  /** Logical name of the resource; absent where the finding is about the whole stack. */
  readonly resource?: string;
}

/** The text under a rule's title in the preview. */
export function formatFinding(place: Place, { what, got, wanted, fix }: Finding): string {
  const where = place.resource === undefined ? place.service : `${place.service} (${place.resource})`;
  return [
    `${where}: ${what}`,
    `  got     ${show(got)}`,
    `  wanted  ${wanted}`,
    `  fix     ${fix}  [${place.rule}]`,
  ].join("\n");
}
