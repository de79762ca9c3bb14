import type { LedgerEntry } from "@pyairtable/ledger";
import { equal, type Properties } from "../values.ts";

/** What one run of the engine has shown or checked so far; forgotten when the process ends. */
export class RunMemory {
  readonly #acknowledged = new Set<string>();
  readonly #checked = new Map<string, { readonly type: string; readonly inputs: Properties }>();

  /** The engine named this thing, so its state holds it. */
  acknowledge(type: string, id: string): void {
    this.#acknowledged.add(`${type}::${id}`);
  }

  /** It is gone: whatever takes its id next is not in the engine's state. */
  forget(type: string, id: string): void {
    this.#acknowledged.delete(`${type}::${id}`);
  }

  /** The engine sent these as the old inputs of a URN: the entry made from them is in its state. */
  acknowledgeByInputs(entries: readonly LedgerEntry[], oldInputs: Properties): void {
    for (const entry of entries) if (equal(entry.inputs, oldInputs)) this.acknowledge(entry.type, entry.id);
  }

  /**
   * A thing of this URN which the engine does not know of: its create was interrupted before the engine
   * could write it down. The next create of that URN adopts it.
   */
  interrupted(entries: readonly LedgerEntry[], type: string): LedgerEntry | undefined {
    return entries.find((entry) => entry.type === type && !this.#acknowledged.has(`${entry.type}::${entry.id}`));
  }

  remember(urn: string, type: string, inputs: Properties): void {
    this.#checked.set(urn, { type, inputs });
  }

  /** Inputs of every resource of a type that this run has checked, by URN. */
  checkedOf(type: string): Map<string, Properties> {
    return new Map([...this.#checked].flatMap(([urn, seen]) => (seen.type === type ? [[urn, seen.inputs]] : [])));
  }
}
