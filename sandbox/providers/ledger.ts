import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, writeFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import {
  type LedgerEntry,
  type LedgerLine,
  ledgerKey,
  liveEntries,
  parseLedgerLines,
  readIfThere,
} from "@pyairtable/ledger";
import { enterLedger, type Presence } from "./ledger-presence.ts";

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
    return this.#entries.get(ledgerKey(type, id));
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

  #append(line: LedgerLine): void {
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
    for (const line of parseLedgerLines(tail.toString("utf8", 0, end))) this.#apply(line);
  }

  #apply(line: LedgerLine): void {
    const key = line.op === "put" ? ledgerKey(line.entry.type, line.entry.id) : ledgerKey(line.type, line.id);
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

function compact(path: string): void {
  const before = readIfThere(path);
  if (before === "") return;
  const lines = [...liveEntries(before).values()].map((entry) => `${JSON.stringify({ op: "put", entry })}\n`);
  writeFileSync(`${path}.next`, lines.join(""), { mode: 0o600 });
  renameSync(`${path}.next`, path);
}
