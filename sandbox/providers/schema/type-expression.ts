/** The kind of a value, from the type expressions of a generated `.d.ts` file. */
export type Kind =
  | { readonly kind: "string" | "number" | "boolean" | "any" }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "array" | "map"; readonly of: Kind }
  /** A nested type: `ecs.ServiceAlarms` in `types/input.d.ts`. */
  | { readonly kind: "object"; readonly ref: string }
  | { readonly kind: "union"; readonly of: readonly Kind[] };

export interface PropertyType {
  readonly kind: Kind;
  /** Whether `undefined` is among the values. */
  readonly optional: boolean;
}

/** Reads one type expression. `pulumi.Input<…>` and `pulumi.Output<…>` are transparent. */
export function parseType(source: string): PropertyType {
  const tokens = source.match(/"[^"]*"|'[^']*'|[\w$.]+|[^\s]/g) ?? [];
  let at = 0;
  let optional = false;
  const take = (): string => tokens[at++] ?? "";
  const expect = (token: string): void => {
    if (take() !== token) throw new Error(`expected ${token} in type ${source}`);
  };

  function union(): Kind {
    if (tokens[at] === "|") at++;
    const members: Kind[] = [];
    do {
      const before = at;
      const member = postfix();
      if (tokens[before] === "undefined" && at === before + 1) optional = true;
      else members.push(member);
    } while (tokens[at] === "|" && at++ >= 0);
    return members.length === 1
      ? members[0]!
      : { kind: "union", of: members.flatMap((m) => (m.kind === "union" ? m.of : [m])) };
  }

  function postfix(): Kind {
    let kind = primary();
    while (tokens[at] === "[" && tokens[at + 1] === "]") {
      at += 2;
      kind = { kind: "array", of: kind };
    }
    return kind;
  }

  function primary(): Kind {
    const token = take();
    if (token === "(") return closing(union(), ")");
    if (token === "{") return mapType();
    if (/^["']/.test(token)) return { kind: "literal", value: token.slice(1, -1) };
    if (/^\d/.test(token)) return { kind: "literal", value: Number(token) };
    if (token === "true" || token === "false") return { kind: "literal", value: token === "true" };
    if (tokens[at] === "<") {
      at++;
      const inner = closing(union(), ">");
      return /(^|\.)(Input|Output|Promise)$/.test(token) ? inner : { kind: "any" };
    }
    if (token === "string" || token === "number" || token === "boolean") return { kind: token };
    const nested = /^(?:inputs|outputs)\.(.+)$/.exec(token);
    return nested ? { kind: "object", ref: nested[1]! } : { kind: "any" };
  }

  function mapType(): Kind {
    expect("[");
    while (take() !== "]") if (at >= tokens.length) throw new Error(`unclosed map in type ${source}`);
    expect(":");
    const of = union();
    if (tokens[at] === ";") at++;
    return closing({ kind: "map", of }, "}");
  }

  function closing(kind: Kind, token: string): Kind {
    expect(token);
    return kind;
  }

  const kind = union();
  return { kind, optional };
}
