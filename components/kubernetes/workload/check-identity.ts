import type { Reporter } from "../../shared/index.ts";
import type { WorkloadRecord } from "./record.ts";

/** A role for what it is allowed to do, in one account. */
export function checkIdentity({ identity }: WorkloadRecord, { unless }: Reporter): void {
  if (identity === null) return;
  unless(/^\d{12}$/.test(identity.accountId), {
    code: "account",
    path: "identity.accountId",
    got: identity.accountId,
    wanted: "twelve digits, as text",
    fix: "Give the account's id as a plain string.",
  });
  unless(identity.statements.length > 0, {
    code: "identity",
    path: "identity.statements",
    got: identity.statements,
    wanted: "one statement at least",
    fix: "Say what the pods may do, or leave identity out: a role without rights carries nothing.",
  });
}
