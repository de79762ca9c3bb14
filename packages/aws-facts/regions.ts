import table from "./data/regions.json" with { type: "json" };

const zonesByRegion: Readonly<Record<string, readonly string[]>> = table.zonesByRegion;

export function knownRegions(): readonly string[] {
  return Object.keys(zonesByRegion).sort();
}

/** Availability Zone names of a region (`us-east-1a`, …), sorted; empty for an unknown region. */
export function zonesOf(region: string): readonly string[] {
  return (zonesByRegion[region] ?? []).map((letter) => `${region}${letter}`);
}
