import { type CatalogEntry, calleesOf } from "../entry.ts";
import { type Invariant, problem } from "./subject.ts";

/**
 * No service calls itself through others.
 *
 * A ring of synchronous calls exhausts its pools together and cannot be started in order; work that must come back
 * goes through a queue. Each ring is named once, from its first service by name.
 */
export const cycleInvariant: Invariant = ({ catalog }) => {
  const callees = new Map(catalog.map((entry) => [entry.name, calleesOf(entry).filter((name) => name !== entry.name)]));
  const done = new Set<string>();
  const rings = new Map<string, string[]>();

  const visit = (name: string, path: readonly string[]) => {
    const start = path.indexOf(name);
    if (start >= 0) {
      const ring = rotated(path.slice(start));
      rings.set(ring.join(" "), ring);
      return;
    }
    if (done.has(name)) return;
    for (const callee of callees.get(name) ?? []) visit(callee, [...path, name]);
    done.add(name);
  };
  for (const name of [...callees.keys()].sort()) visit(name, []);

  return [...rings.values()].map((ring) => {
    const got = [...ring, ring[0]].join(" → ");
    const fix = "Break it with a queue, or move what is shared.";
    return problem("cycle", edgeAt(catalog, ring[0]!, ring[1]!), got, "no ring of calls", fix);
  });
};

function edgeAt(catalog: readonly CatalogEntry[], caller: string, callee: string): string {
  const entry = catalog.find(({ name }) => name === caller)!;
  const hard = entry.calls.indexOf(callee);
  return hard >= 0 ? `${caller}.calls[${hard}]` : `${caller}.softCalls[${entry.softCalls.indexOf(callee)}]`;
}

function rotated(ring: string[]): string[] {
  const first = ring.indexOf([...ring].sort()[0]!);
  return [...ring.slice(first), ...ring.slice(0, first)];
}
