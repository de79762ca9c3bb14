import { parseArgs } from "node:util";
import { type Diagnostic, nearest, UserError } from "@pyairtable/diagnostics";

export interface OptionSpec {
  readonly type: "string" | "boolean";
  readonly help: string;
  /** Placeholder of the value in `--help`. */
  readonly value?: string;
  readonly default?: string | boolean;
}
type Specs = Readonly<Record<string, OptionSpec>>;
export type Options<S extends Specs> = {
  readonly [K in keyof S]: S[K]["type"] extends "boolean"
    ? boolean
    : S[K]["default"] extends string
      ? string
      : string | undefined;
} & { readonly help: boolean };

/** Reads a command's flags; unknown flags, missing values and stray words come as one `UserError`. */
export function readOptions<const S extends Specs>(command: string, specs: S, argv: readonly string[]): Options<S> {
  const all: Specs = { ...specs, help: { type: "boolean", help: "print this and exit" } };
  const options = Object.fromEntries(Object.entries(all).map(([name, { type }]) => [name, { type }]));
  const { values, tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const problems: Diagnostic[] = [];
  const report = (path: string, got: string, wanted: string, fix: string) =>
    problems.push({ code: "command.option", path, got, wanted, fix });
  const known = Object.keys(all).map((name) => `--${name}`);
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind === "positional") {
      report(`${command} ${token.value}`, JSON.stringify(token.value), "flags only", "Put the value behind its flag.");
      continue;
    }
    if (token.kind !== "option") continue;
    const spec = Object.hasOwn(all, token.name) ? all[token.name] : undefined;
    if (spec === undefined) {
      const near = nearest(token.rawName, known);
      report(
        command,
        token.rawName,
        `one of ${known.join(", ")}`,
        near === undefined ? "Remove it." : `Write ${near}.`,
      );
    } else if (
      spec.type === "string" &&
      (token.value === undefined || token.value === "" || token.value.startsWith("--"))
    ) {
      report(`${command} ${token.rawName}`, "no value", `a ${spec.value ?? "value"}`, "Add the value behind the flag.");
    } else if (spec.type === "boolean" && token.value !== undefined) {
      report(`${command} ${token.rawName}`, token.value, "no value", "Remove the value.");
    } else if (seen.has(token.name)) {
      report(`${command} ${token.rawName}`, "the flag twice", "the flag once", "Remove one of the two.");
    }
    seen.add(token.name);
  }
  if (problems.length > 0) throw new UserError(command, problems);
  const read = Object.entries(all).map(([name, spec]) => [
    name,
    values[name] ?? spec.default ?? (spec.type === "boolean" ? false : undefined),
  ]);
  return Object.fromEntries(read) as Options<S>;
}

/** Text of `--help`. */
export function helpText(command: string, what: string, specs: Specs): string {
  const rows = Object.entries(specs).map(([name, { type, value, help, default: fallback }]) => {
    const flag = type === "string" ? `--${name} <${value ?? "value"}>` : `--${name}`;
    return `  ${flag.padEnd(20)} ${help}${typeof fallback === "string" ? ` (${fallback})` : ""}`;
  });
  return [
    `npm run ${command} -- [flags]`,
    "",
    what,
    "",
    ...rows,
    `  ${"--help".padEnd(20)} print this and exit`,
    "",
  ].join("\n");
}
