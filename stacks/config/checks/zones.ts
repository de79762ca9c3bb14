import { zonesOf } from "@pyairtable/aws-facts";
import type { Problem } from "../problem.ts";
import type { SoundSections } from "../sections.ts";

/** The region has the zones asked, and no zone is asked twice. */
export function zoneProblems({ region, zones }: SoundSections): Problem[] {
  if (region === undefined || zones === undefined) return [];
  const known = zonesOf(region);
  if (typeof zones === "number") {
    if (zones <= known.length) return [];
    return [
      {
        code: "config.zones",
        at: ["zones"],
        got: zones,
        wanted: `at most ${known.length}: ${region} has ${known.join(", ")}`,
        fix: `Ask for ${known.length} zones or take a region with more.`,
      },
    ];
  }
  return zones.flatMap((zone, i): Problem[] => {
    if (!known.includes(zone)) {
      const fix = "List zones of the region by their full names.";
      return [{ code: "config.zones", at: ["zones", i], got: zone, wanted: `one of ${known.join(", ")}`, fix }];
    }
    if (zones.indexOf(zone) === i) return [];
    const fix = "Remove the repetition: two subnets in one zone fail together.";
    return [{ code: "config.duplicate", at: ["zones", i], got: zone, wanted: "each zone once", fix }];
  });
}
