import type { Diagnostic } from "@pyairtable/diagnostics";
import type { Invariant } from "./subject.ts";
import { problem } from "./subject.ts";

const PATH = /^\/[A-Za-z0-9_.$/~@:+-]*\*?$/;
// A listener rule has five condition values; one stays free for a host.
const PATHS_MAX = 4;

/** Public services have paths of their own, internal ones none. */
export const routeInvariant: Invariant = ({ catalog }) => {
  const taken: { name: string; path: string }[] = [];
  return catalog.flatMap(({ name, exposure, paths }) => {
    const at = `${name}.paths`;
    if (exposure === "internal") {
      if (paths.length === 0) return [];
      return [problem("route", at, paths, "no paths on an internal service", "Remove them, or make it public.")];
    }
    if (paths.length === 0 || paths.length > PATHS_MAX) {
      const wanted = `1 to ${PATHS_MAX} path patterns on a public service`;
      return [problem("route", at, paths, wanted, "List what the load balancer sends to it, such as /auth/*.")];
    }
    return paths.flatMap((path, i): Diagnostic[] => {
      const here = `${at}[${i}]`;
      if (!PATH.test(path) || path.length > 128) {
        const wanted = "a path from /, with * at the end only, at most 128 characters";
        return [problem("route", here, path, wanted, "Write it like /auth/*.")];
      }
      const other = taken.find((one) => overlap(one.path, path));
      taken.push({ name, path });
      if (other === undefined) return [];
      const wanted = `a path apart from ${other.path} of ${other.name}`;
      return [problem("route-overlap", here, path, wanted, "Give each service a first segment of its own.")];
    });
  });
};

function overlap(a: string, b: string): boolean {
  const [prefixA, prefixB] = [a.replace(/\*$/, ""), b.replace(/\*$/, "")];
  if (a.endsWith("*") && prefixB.startsWith(prefixA)) return true;
  if (b.endsWith("*") && prefixA.startsWith(prefixB)) return true;
  return a === b;
}
