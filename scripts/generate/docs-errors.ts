import { fileURLToPath } from "node:url";
import { collectErrorCodes, type ErrorCode } from "./lib/error-codes.ts";
import { type GeneratedFile, MARKDOWN_NOTICE } from "./lib/generated-file.ts";
import { groupedBy, markdownTable } from "./lib/markdown.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const roomOf = ({ code }: ErrorCode) => code.slice(0, code.indexOf("."));

/** `docs/errors.md`: every code a user's mistake can end in. */
export function generate(): GeneratedFile[] {
  const sections = groupedBy(collectErrorCodes(ROOT), roomOf).map(([room, codes]) => {
    const rows = codes.map(({ code, meaning, fix }) => [`\`${code}\``, meaning, fix]);
    return `## ${room}\n\n${markdownTable(["code", "means", "fix"], rows)}`;
  });
  return [{ path: "docs/errors.md", content: `${[head(), ...sections].join("\n\n")}\n` }];
}

function head(): string {
  return `${MARKDOWN_NOTICE}
# Errors

What a mistake in configuration, catalog or arguments is called. One error names all problems of a reading, each with
where it is, what was found, what is accepted and what to do; the code in brackets at its end is one of these.`;
}
