import { type Diagnostic, throwIfAny } from "@pyairtable/diagnostics";
import table from "../data/secret-patterns.json" with { type: "json" };

const VALUES = table.values.map(({ name, pattern, flags }) => ({ name, test: new RegExp(pattern, flags) }));
const KEY = new RegExp(table.keys.pattern, table.keys.flags);
const REFERENCE = new RegExp(table.keys.reference);

/** Everything in plain outputs that looks like a secret. The value itself is never repeated. */
export function findSecrets(outputs: unknown): Diagnostic[] {
  return visit(outputs, "outputs", "");
}

/** Throws one `UserError` that lists them; give it the JSON of `pulumi stack output --json`. */
export function assertNoSecrets(outputs: unknown): void {
  throwIfAny("stack outputs", findSecrets(outputs));
}

function visit(value: unknown, path: string, key: string): Diagnostic[] {
  if (typeof value === "string") {
    const name = judge(value, key);
    return name === undefined ? [] : [diagnostic(path, name, value.length)];
  }
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([child, inner]) => [
    // A key can carry one too, as in a map keyed by token.
    ...(judge(child, "") === undefined ? [] : [diagnostic(`${path}.<key>`, judge(child, "")!, child.length)]),
    ...visit(inner, `${path}.${judge(child, "") === undefined ? child : "<key>"}`, Array.isArray(value) ? key : child),
  ]);
}

function judge(text: string, key: string): string | undefined {
  const known = VALUES.find(({ test }) => test.test(text));
  if (known !== undefined) return known.name;
  if (KEY.test(key) && text !== "" && !REFERENCE.test(text)) return `value under the key ${JSON.stringify(key)}`;
  return undefined;
}

function diagnostic(path: string, name: string, length: number): Diagnostic {
  return {
    code: "outputs.plain-secret",
    path,
    got: `${name}, ${length} characters`,
    wanted: "no secret in a plain output",
    fix: "Put it in Secrets Manager and export its ARN.",
  };
}
