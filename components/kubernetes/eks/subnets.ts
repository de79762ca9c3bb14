import { type Input, output } from "@pulumi/pulumi";

/** One subnet a zone, as many as there are zones: the list's length is plain even where its ids are unknown. */
export function subnetsByZone(zones: readonly string[], ids: Input<Input<string>[]>): Input<string>[] {
  const all = output(ids);
  return zones.map((zone, index) =>
    all.apply((known) => {
      const id = known[index];
      if (id === undefined) throw new Error(`no private subnet for zone ${zone}: ${known.length} were given`);
      return id;
    }),
  );
}
