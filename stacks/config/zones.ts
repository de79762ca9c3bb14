import { zonesOf } from "@pyairtable/aws-facts";

/** Zone names: the first `zones` of the region, or those listed, sorted. Checked before, so no errors here. */
export function zonesAsked(region: string, zones: number | readonly string[]): readonly string[] {
  return typeof zones === "number" ? zonesOf(region).slice(0, zones) : [...zones].sort();
}
