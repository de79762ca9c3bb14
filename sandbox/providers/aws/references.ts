import type { LedgerEntry } from "@pyairtable/ledger";
import type { Ledger } from "../ledger.ts";
import { type Properties, strings } from "../values.ts";
import { ServiceError } from "../violation.ts";
import table from "./data/references.json" with { type: "json" };

interface ReferenceKind {
  readonly pattern: RegExp;
  readonly code: string;
  readonly noun: string;
}

interface Blocker {
  readonly code: string;
  readonly blockedBy: readonly string[];
  /** A switch that must be off before anything is deleted, and what the service says while it is on. */
  readonly unless?: { readonly property: string; readonly code: string };
  /** Types that are part of the thing, by the property that names it: they don't block, and are gone with it. */
  readonly goesAlong?: Readonly<Record<string, string>>;
}

const blockers: Readonly<Record<string, Blocker>> = table.deletionBlockers;
const kindsByAccount = new Map<string, readonly ReferenceKind[]>();

/** Ids and ARNs of kinds this cloud mints, for one account. Others (AWS-managed policies, names) are not looked up. */
function kindsOf(accountId: string): readonly ReferenceKind[] {
  let kinds = kindsByAccount.get(accountId);
  if (kinds === undefined) {
    kinds = table.kinds.map(({ pattern, ...rest }) => ({
      ...rest,
      pattern: new RegExp(pattern.replace("{account}", accountId)),
    }));
    kindsByAccount.set(accountId, kinds);
  }
  return kinds;
}

/** Throws as the service would when inputs name something that does not exist. */
export function requireReferences(ledger: Ledger, accountId: string, name: string, inputs: Properties): void {
  for (const { path, value } of strings(inputs)) {
    if (!/^(arn:aws:|[a-z]+-[0-9a-f]{8,17}$)/.test(value)) continue;
    const kind = kindsOf(accountId).find(({ pattern }) => pattern.test(value));
    if (kind === undefined || ledger.byHandle(value) !== undefined) continue;
    throw new ServiceError(
      kind.code,
      `The ${kind.noun} '${value}' does not exist. Examine values at '${name}.${path}'.`,
    );
  }
}

/** What others may name an entry by: its id and whatever output looks like an id or ARN of ours. */
export function handlesOf(accountId: string, id: string, inputs: Properties, computed: Properties): string[] {
  const minted = [...strings(computed)]
    .map(({ value }) => value)
    .filter((value) => kindsOf(accountId).some(({ pattern }) => pattern.test(value)));
  const own = [id, computed.arn].filter((value): value is string => typeof value === "string");
  const given = new Set([...strings(inputs)].map(({ value }) => value));
  return [...new Set([...own, ...minted.filter((value) => !given.has(value))])];
}

/** Throws as the service would when others still use what is to be deleted. Returns what goes along with it. */
export function requireUnused(ledger: Ledger, entry: LedgerEntry): LedgerEntry[] {
  const blocker = blockers[entry.type];
  if (blocker === undefined) return [];
  requireUnlocked(blocker, entry);
  const handles = new Set([...entry.handles, ...namesOf(entry)]);
  const users = ledger
    .all()
    .filter((other) => blocker.blockedBy.includes(other.type) && other.id !== entry.id && names(other, handles));
  const isPart = (other: LedgerEntry): boolean => {
    const property = blocker.goesAlong?.[other.type];
    return property !== undefined && handles.has(other.inputs[property] as string);
  };
  const user = users.find((other) => !isPart(other));
  if (user === undefined) return users;
  throw new ServiceError(
    blocker.code,
    `${entry.id} has a dependent object (${user.type} ${user.id}) and cannot be deleted.`,
  );
}

function requireUnlocked({ unless }: Blocker, { id, inputs }: LedgerEntry): void {
  if (unless === undefined || inputs[unless.property] !== true) return;
  throw new ServiceError(unless.code, `${id} cannot be deleted: ${unless.property} is on. Switch it off first.`);
}

function namesOf(entry: LedgerEntry): string[] {
  return typeof entry.outputs.name === "string" ? [entry.outputs.name] : [];
}

function names(other: LedgerEntry, handles: ReadonlySet<string>): boolean {
  for (const { value } of strings(other.inputs)) if (handles.has(value)) return true;
  return false;
}
