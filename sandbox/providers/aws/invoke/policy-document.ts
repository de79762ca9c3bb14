import { isObject, list, objects, type Properties, type Value } from "../../values.ts";
import type { ProviderFunction } from "./index.ts";

/** Renders IAM policy JSON as the data source does: single-element lists become plain strings. */
export const policyDocument: ProviderFunction = (args) => {
  const merged = new Map<string, Properties>();
  const add = (statement: Properties): unknown => merged.set(String(statement.Sid ?? `#${merged.size}`), statement);
  for (const source of list(args.sourcePolicyDocuments)) for (const item of statementsOf(source)) add(item);
  for (const { item } of objects(args.statements)) add(statementOf(item));
  for (const source of list(args.overridePolicyDocuments)) for (const item of statementsOf(source)) add(item);
  const document: Properties = { Version: typeof args.version === "string" ? args.version : "2012-10-17" };
  if (typeof args.policyId === "string") document.Id = args.policyId;
  document.Statement = [...merged.values()];
  const minifiedJson = JSON.stringify(document);
  return { id: String(hash(minifiedJson)), json: JSON.stringify(document, undefined, 2), minifiedJson };
};

function statementsOf(source: Value): Properties[] {
  const document: Value = typeof source === "string" ? JSON.parse(source) : source;
  const statements = isObject(document) ? document.Statement : undefined;
  return isObject(statements) ? [statements] : objects(statements).map(({ item }) => item);
}

function statementOf(item: Properties): Properties {
  const statement: Properties = {};
  if (typeof item.sid === "string" && item.sid !== "") statement.Sid = item.sid;
  statement.Effect = typeof item.effect === "string" ? item.effect : "Allow";
  const lists: [string, Value | undefined][] = [
    ["Action", item.actions],
    ["NotAction", item.notActions],
    ["Resource", item.resources],
    ["NotResource", item.notResources],
  ];
  for (const [key, values] of lists) if (list(values).length > 0) statement[key] = single(list(values));
  for (const [key, given] of [
    ["Principal", item.principals],
    ["NotPrincipal", item.notPrincipals],
  ] as const) {
    if (list(given).length > 0) statement[key] = principalsOf(given);
  }
  if (list(item.conditions).length > 0) statement.Condition = conditionsOf(item.conditions);
  return statement;
}

function principalsOf(given: Value | undefined): Value {
  const byType: Record<string, Value[]> = {};
  for (const { item } of objects(given)) {
    if (item.type === "*") return "*";
    const type = String(item.type);
    byType[type] = [...(byType[type] ?? []), ...list(item.identifiers)];
  }
  return Object.fromEntries(Object.entries(byType).map(([type, identifiers]) => [type, single(identifiers)]));
}

function conditionsOf(given: Value | undefined): Properties {
  const conditions: Record<string, Properties> = {};
  for (const { item } of objects(given)) {
    const test = String(item.test);
    conditions[test] = { ...conditions[test], [String(item.variable)]: single(list(item.values)) };
  }
  return conditions;
}

function single(values: readonly Value[]): Value {
  return values.length === 1 ? values[0]! : [...values];
}

function hash(value: string): number {
  let sum = 0;
  for (let i = 0; i < value.length; i++) sum = (Math.imul(sum, 31) + value.charCodeAt(i)) >>> 0;
  return sum;
}
