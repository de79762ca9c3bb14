/** The file format of the stand-in cloud: what exists, as appended JSON lines. */
import { readFileSync } from "node:fs";

/** A property as the engine's protocol carries it. */
export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };
export type Properties = Record<string, Value>;

/** One thing that exists in the stand-in cloud. */
export interface LedgerEntry {
  readonly type: string;
  /** Physical id; unique within its type. */
  readonly id: string;
  /** URN of the create that made it: the token under which an interrupted create is adopted. */
  readonly urn: string;
  /** Counts what the URN had made before, so that a replacement's id differs. */
  readonly ordinal: number;
  readonly inputs: Properties;
  readonly outputs: Properties;
  /** Ids and ARNs others may name it by. */
  readonly handles: readonly string[];
}

export type LedgerLine =
  | { readonly op: "put"; readonly entry: LedgerEntry }
  | { readonly op: "delete"; readonly type: string; readonly id: string };

export const ledgerKey = (type: string, id: string): string => `${type}::${id}`;

/** The lines of a text; one torn by a kill is passed over, as its change was never acknowledged. */
export function* parseLedgerLines(text: string): Generator<LedgerLine> {
  for (const line of text.split("\n")) {
    if (line === "") continue;
    try {
      yield JSON.parse(line) as LedgerLine;
    } catch {
      // Torn.
    }
  }
}

/** What exists after all lines, by `ledgerKey`. */
export function liveEntries(text: string): Map<string, LedgerEntry> {
  const entries = new Map<string, LedgerEntry>();
  for (const line of parseLedgerLines(text)) {
    if (line.op === "put") entries.set(ledgerKey(line.entry.type, line.entry.id), line.entry);
    else entries.delete(ledgerKey(line.type, line.id));
  }
  return entries;
}

/** What exists by the file at `path`; nothing where there is no file. */
export function readLedger(path: string): LedgerEntry[] {
  return [...liveEntries(readIfThere(path)).values()];
}

export function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}
