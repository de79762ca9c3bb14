import { UserError } from "@pyairtable/diagnostics";
import type { Properties } from "../../values.ts";
import { at, type ObjectKey } from "../objects.ts";
import { ApiError } from "./http.ts";
import { redacted } from "./redact.ts";
import { statusProblems } from "./status-problem.ts";

export function refusal(error: ApiError, object: Properties, key: ObjectKey): UserError {
  return new UserError("refused by the cluster", redacted(statusProblems(error, object, key), object));
}

/** What the server refuses about an object becomes a `UserError`; anything else stays as it is. */
export async function asked<T>(object: Properties, key: ObjectKey, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ApiError ? refusal(error, object, key) : error;
  }
}

export function isNamespaceMissing(error: unknown): boolean {
  return error instanceof ApiError && error.status === 404 && at(error.body, "details", "kind") === "namespaces";
}
