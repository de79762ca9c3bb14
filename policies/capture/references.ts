import type { CapturedGraph, CapturedResource } from "../testing/captured.ts";

/** A reference to another resource as it is written: the line it is on, from 0. URNs are most of a graph otherwise. */
type Reference = number | string;
type Written = Omit<CapturedResource, "parent" | "dependencies"> & {
  readonly parent?: Reference;
  readonly dependencies?: readonly Reference[];
};

/** Lines of a graph's file, each one resource in JSON. Sorted: the engine's order is never the same twice. */
export function writtenLines(unsorted: CapturedGraph): string[] {
  const graph = unsorted.toSorted((a, b) => (a.urn < b.urn ? -1 : 1));
  const lines = new Map(graph.map(({ urn }, line) => [urn, line]));
  const short = (urn: string): Reference => lines.get(urn) ?? urn;
  return graph.map(({ parent, dependencies = [], ...rest }) => {
    const written: Written = {
      ...rest,
      ...(parent === undefined ? {} : { parent: short(parent) }),
      dependencies: dependencies.map(short),
    };
    return JSON.stringify(written);
  });
}

/** The graph of a file: references are URNs again. */
export function readGraph(text: string): CapturedGraph {
  const written = JSON.parse(text) as Written[];
  const long = (one: Reference): string => (typeof one === "number" ? written[one]!.urn : one);
  return written.map(({ parent, dependencies = [], ...rest }) => ({
    ...rest,
    ...(parent === undefined ? {} : { parent: long(parent) }),
    dependencies: dependencies.map(long),
  }));
}
