import { readOr } from "../unknown.ts";

export interface Statement {
  readonly Sid?: string;
  readonly Effect?: string;
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Principal?: string | Readonly<Record<string, string | readonly string[]>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** Types with a policy document over what a role may do. */
export const POLICY_TYPES = ["aws:iam/policy:Policy", "aws:iam/rolePolicy:RolePolicy"] as const;

/**
 * Statements of a policy document. One built on ARNs not known in preview gives none: it is read again in the update,
 * before the resource is made.
 */
export function statementsOf(read: () => unknown): readonly Statement[] {
  const document = readOr(undefined, read);
  if (typeof document !== "string") return [];
  try {
    const { Statement: statements = [] } = JSON.parse(document) as { Statement?: Statement | Statement[] };
    return [statements].flat();
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** IAM takes one string or a list. */
export function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : [value].flat();
}

export function allows({ Effect }: Statement): boolean {
  return Effect === "Allow";
}
