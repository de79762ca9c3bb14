import * as pulumi from "@pulumi/pulumi";
import { isPlainObject } from "./copy-plain.ts";

type Strings = readonly pulumi.Input<string>[];

/** Who a statement of a resource policy speaks of: an AWS service, accounts or roles by ARN, or everyone. */
export type Principals = { readonly service: Strings } | { readonly aws: Strings } | "everyone";

export interface PolicyStatement {
  /** Letters and digits, saying what the statement is for. */
  readonly sid: string;
  /** Default `Allow`. */
  readonly effect?: "Allow" | "Deny";
  readonly actions: readonly string[];
  readonly resources: Strings;
  /** Why a resource of `*` is right: the action has no narrower one. Without it `*` is refused. */
  readonly everyResourceBecause?: string;
  readonly principals?: Principals;
  /** Operator → key → accepted values. */
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, pulumi.Input<string> | Strings>>>>;
}

/**
 * An IAM policy document as JSON: a plain string where every part is known (rules and tests see it in a preview),
 * else an Output. Throws a plain Error on a grant that is wider than it says: that is our bug, not the user's.
 */
export function policyDocument(statements: readonly PolicyStatement[]): pulumi.Input<string> {
  for (const statement of statements) assertNarrow(statement);
  const document = { Version: "2012-10-17", Statement: statements.map(render) };
  return isKnown(document) ? JSON.stringify(document) : pulumi.jsonStringify(document);
}

/** The trust policy that lets one AWS service take a role. */
export function assumedBy(
  service: string,
  conditions?: PolicyStatement["conditions"],
  sid = "AssumeRole",
): pulumi.Input<string> {
  const principals = { service: [service] };
  return policyDocument([{ sid, actions: ["sts:AssumeRole"], resources: [], principals, conditions }]);
}

function render(statement: PolicyStatement): Record<string, unknown> {
  return {
    Sid: statement.sid,
    Effect: statement.effect ?? "Allow",
    ...(statement.principals === undefined ? {} : { Principal: renderPrincipals(statement.principals) }),
    Action: one(statement.actions),
    ...(statement.resources.length === 0 ? {} : { Resource: one(statement.resources) }),
    ...(statement.conditions === undefined ? {} : { Condition: statement.conditions }),
  };
}

function renderPrincipals(principals: Principals): unknown {
  if (principals === "everyone") return "*";
  return "service" in principals ? { Service: one(principals.service) } : { AWS: one(principals.aws) };
}

function one<T>(values: readonly T[]): T | readonly T[] {
  return values.length === 1 ? (values[0] as T) : values;
}

function assertNarrow(statement: PolicyStatement): void {
  const { sid } = statement;
  if (!/^[A-Za-z0-9]+$/.test(sid)) throw new Error(`policy statement id "${sid}" takes letters and digits only`);
  if (statement.actions.length === 0) throw new Error(`policy statement ${sid} has no action`);
  if (statement.effect === "Deny") return;
  const wide = statement.actions.find((action) => action === "*" || action.endsWith(":*"));
  if (wide !== undefined) throw new Error(`policy statement ${sid} allows every action (${wide})`);
  if (statement.resources.includes("*") && statement.everyResourceBecause === undefined)
    throw new Error(`policy statement ${sid} allows every resource without saying why`);
  if (statement.principals === "everyone" && statement.conditions === undefined)
    throw new Error(`policy statement ${sid} allows everyone without a condition`);
}

function isKnown(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isKnown);
  if (isPlainObject(value)) return Object.values(value).every(isKnown);
  return !pulumi.Output.isInstance(value) && !(value instanceof Promise);
}
