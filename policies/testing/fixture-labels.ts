import { costLabels } from "@pyairtable/kubernetes-facts";
import type { CostTags } from "@pyairtable/plan";
import { fixtureTags } from "./fixture-tags.ts";

/** The six cost labels of a fixture's owner of cost. */
export function fixtureLabels(...of: Parameters<typeof fixtureTags>): Record<string, string> {
  return costLabels(fixtureTags(...of) as unknown as CostTags);
}
