import { type Kind, parseType } from "./type-expression.ts";

export interface Property {
  readonly name: string;
  readonly kind: Kind;
  readonly required: boolean;
  readonly forcesReplacement: boolean;
  /** Closed set of values, where the documentation names one. */
  readonly values?: readonly string[];
}

const FORCES_REPLACEMENT =
  /forces? (the creation of )?(a )?new (\w+ )?resource|forces? replacement|creates? a new resource|must be replaced|changing this [^.]*(forces?|creates?|destroys?|re-?creat)/i;

/** The properties declared directly inside one `{ … }` block of a generated `.d.ts` file. */
export function parseBlock(block: string): Property[] {
  const properties: Property[] = [];
  let doc = "";
  const lines = block.split("\n");
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!.trim();
    if (line.startsWith("/**")) {
      const start = i;
      while (!lines[i]!.includes("*/")) i++;
      doc = lines.slice(start, i + 1).join("\n");
      continue;
    }
    const head = /^(?:readonly )?["']?([\w$-]+)["']?(\??): (.*)$/.exec(line);
    if (head === null) {
      if (/^(static|constructor|private)/.test(line)) doc = "";
      continue;
    }
    let type = head[3]!;
    while (!isClosed(type)) type += ` ${lines[++i]!.trim()}`;
    properties.push(toProperty(head[1]!, head[2] === "?", type.replace(/;$/, ""), doc));
    doc = "";
  }
  return properties;
}

function toProperty(name: string, mayBeAbsent: boolean, source: string, doc: string): Property {
  const { kind, optional } = parseType(source);
  const values = kind.kind === "string" ? closedValues(doc) : undefined;
  return {
    name,
    kind,
    required: !mayBeAbsent && !optional,
    forcesReplacement: FORCES_REPLACEMENT.test(doc),
    ...(values === undefined ? {} : { values }),
  };
}

function isClosed(type: string): boolean {
  return type.endsWith(";") && (type.match(/\{/g)?.length ?? 0) === (type.match(/\}/g)?.length ?? 0);
}

/**
 * The values of a sentence such as "Valid values are `A`, `B` and `C`." Anything less plain is left alone:
 * a set wrongly thought closed would refuse what AWS accepts.
 */
function closedValues(doc: string): readonly string[] | undefined {
  const words = doc.replace(/\s*\*\s+/g, " ");
  // Two such sentences mean that the set depends on something else, or goes on.
  if ((words.match(/valid values|must be (one of|either)|also valid/gi)?.length ?? 0) !== 1) return undefined;
  const sentence =
    /(?:\b[Vv]alid values(?: are|:| are:)|Must be (?:one of|either):?) ((?:`[A-Za-z0-9_.-]+`(?:, (?:and |or )?| and | or )?){2,})(?:\.(?:\s|$)|\s*\*\/)/.exec(
      words,
    );
  if (sentence === null) return undefined;
  const values = [...sentence[1]!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
  // `2XX` is a pattern, not a value.
  return values.some((value) => /\dXX/.test(value)) ? undefined : values;
}
