import fc from "fast-check";
import { type CatalogEntry, catalog, resolve } from "../../catalog/index.ts";
import { readPlatformConfig } from "../../stacks/config/index.ts";
import { soundConfig } from "./edits.ts";
import { refusal } from "./refusal.ts";

/** Paths of all properties of a value. */
function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(undefined, Number.NaN, Number.POSITIVE_INFINITY, "", "__proto__", -1, 0, 1e21),
);

/** Either it is read, or it ends in one readable `UserError`; nothing else may come out. */
function readOrRefused(read: () => unknown): void {
  try {
    read();
  } catch {
    refusal(read);
  }
}

describe("whatever is written", () => {
  it("a configuration is read or refused in words", () => {
    const paths = fc.constantFrom(...pathsOf(soundConfig()));
    fc.assert(
      fc.property(paths, anything, (path, by) =>
        readOrRefused(() => readPlatformConfig(replaced(soundConfig(), path, by), "test")),
      ),
      { numRuns: 400 },
    );
  });

  it("a catalog is resolved or refused in words", () => {
    const config = readPlatformConfig(soundConfig(), "test");
    const target = catalog.find(({ name }) => name === "billing-service")!;
    const others = catalog.filter((entry) => entry !== target);
    fc.assert(
      fc.property(fc.constantFrom(...pathsOf(target)), anything, (path, by) =>
        readOrRefused(() => resolve(config, [...others, replaced(target, path, by) as CatalogEntry], "test")),
      ),
      { numRuns: 300 },
    );
  });
});
