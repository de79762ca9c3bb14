import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { enterLedger, type Presence } from "./ledger-presence.ts";
import type { Properties } from "./values.ts";

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

type Line = { op: "put"; entry: LedgerEntry } | { op: "delete"; type: string; id: string };

const keyOf = (type: string, id: string): string => `${type}::${id}`;

/**
 * The cloud's memory: an append-only file of JSON lines that outlives processes.
 * Every change is one O_APPEND write, so processes never mix lines and a kill tears the last one at most.
 */
export class Ledger {
  readonly #descriptor: number;
  readonly #presence: Presence;
  readonly #entries = new Map<string, LedgerEntry>();
  readonly #byHandle = new Map<string, LedgerEntry>();
  readonly #byUrn = new Map<string, Set<string>>();
  #readBytes = 0;

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.#presence = enterLedger(path);
    this.#presence.whenAlone(() => compact(path));
    this.#descriptor = openSync(path, "a+", 0o600);
    this.#catchUp();
  }

  get(type: string, id: string): LedgerEntry | undefined {
    this.#catchUp();
    return this.#entries.get(keyOf(type, id));
  }

  byHandle(handle: string): LedgerEntry | undefined {
    this.#catchUp();
    return this.#byHandle.get(handle);
  }

  byUrn(urn: string): LedgerEntry[] {
    this.#catchUp();
    return [...(this.#byUrn.get(urn) ?? [])].flatMap((key) => this.#entries.get(key) ?? []);
  }

  all(): LedgerEntry[] {
    this.#catchUp();
    return [...this.#entries.values()];
  }

  put(entry: LedgerEntry): void {
    this.#append({ op: "put", entry });
  }

  delete(type: string, id: string): void {
    this.#append({ op: "delete", type, id });
  }

  close(): void {
    closeSync(this.#descriptor);
    this.#presence.leave();
  }

  #append(line: Line): void {
    this.#catchUp();
    // Whole lines are read; what is left over was torn by a kill and is closed here.
    const isTorn = fstatSync(this.#descriptor).size > this.#readBytes;
    writeSync(this.#descriptor, `${isTorn ? "\n" : ""}${JSON.stringify(line)}\n`);
    this.#catchUp();
  }

  /** Reads what this and other processes appended since the last look. */
  #catchUp(): void {
    const { size } = fstatSync(this.#descriptor);
    if (size === this.#readBytes) return;
    const tail = Buffer.alloc(size - this.#readBytes);
    readSync(this.#descriptor, tail, 0, tail.length, this.#readBytes);
    const end = tail.lastIndexOf(10) + 1;
    this.#readBytes += end;
    for (const line of parseLines(tail.toString("utf8", 0, end))) this.#apply(line);
  }

  #apply(line: Line): void {
    const key = line.op === "put" ? keyOf(line.entry.type, line.entry.id) : keyOf(line.type, line.id);
    const old = this.#entries.get(key);
    if (old !== undefined) {
      for (const handle of old.handles) if (this.#byHandle.get(handle) === old) this.#byHandle.delete(handle);
      this.#byUrn.get(old.urn)?.delete(key);
      this.#entries.delete(key);
    }
    if (line.op === "delete") return;
    this.#entries.set(key, line.entry);
    for (const handle of line.entry.handles) this.#byHandle.set(handle, line.entry);
    const keys = this.#byUrn.get(line.entry.urn) ?? new Set();
    this.#byUrn.set(line.entry.urn, keys.add(key));
  }
}

/** What exists, by reading alone: for tests that compare the cloud with the engine's state. */
export function readLedger(path: string): LedgerEntry[] {
  return [...liveEntries(path).values()];
}

function liveEntries(path: string): Map<string, LedgerEntry> {
  const entries = new Map<string, LedgerEntry>();
  for (const line of parseLines(readIfThere(path))) {
    if (line.op === "put") entries.set(keyOf(line.entry.type, line.entry.id), line.entry);
    else entries.delete(keyOf(line.type, line.id));
  }
  return entries;
}

function compact(path: string): void {
  const before = readIfThere(path);
  if (before === "") return;
  const lines = [...liveEntries(path).values()].map((entry) => `${JSON.stringify({ op: "put", entry })}\n`);
  writeFileSync(`${path}.next`, lines.join(""), { mode: 0o600 });
  renameSync(`${path}.next`, path);
}

function* parseLines(textOfLines: string): Generator<Line> {
  for (const line of textOfLines.split("\n")) {
    if (line === "") continue;
    try {
      yield JSON.parse(line) as Line;
    } catch {
      // A line torn by a kill: its change was never acknowledged.
    }
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}
