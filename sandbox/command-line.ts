/** What the launcher needs to know of a pulumi command line; everything else passes through untouched. */
export interface CommandLine {
  readonly args: readonly string[];
  /** First words that are not flags: `up`, `stack output`, … */
  readonly words: readonly string[];
  readonly stack: string | undefined;
  readonly cwd: string | undefined;
}

/** Flags before or among the words that take a value of their own. */
const VALUE_FLAGS = new Set(["-s", "--stack", "-C", "--cwd", "--color", "-v", "--verbose", "--tracing"]);

export function parseCommandLine(args: readonly string[]): CommandLine {
  const words: string[] = [];
  let stack: string | undefined;
  let cwd: string | undefined;
  for (let i = 0; i < args.length; i++) {
    const argument = args[i] as string;
    if (argument === "--") break;
    const [flag, attached] = splitFlag(argument);
    if (flag === undefined) {
      words.push(argument);
      continue;
    }
    const value = attached ?? (VALUE_FLAGS.has(flag) ? args[++i] : undefined);
    if (flag === "-s" || flag === "--stack") stack = value;
    if (flag === "-C" || flag === "--cwd") cwd = value;
  }
  return { args, words, stack, cwd };
}

function splitFlag(argument: string): [string | undefined, string | undefined] {
  if (!argument.startsWith("-")) return [undefined, undefined];
  const equals = argument.indexOf("=");
  return equals < 0 ? [argument, undefined] : [argument.slice(0, equals), argument.slice(equals + 1)];
}

/** Commands that read or change one stack's resources, so that the stack has to exist. */
const STACK_COMMANDS = new Set([
  "preview",
  "pre",
  "up",
  "update",
  "destroy",
  "dn",
  "down",
  "refresh",
  "import",
  "watch",
  "config",
  "logs",
  "state",
]);
/** Of these, the ones that run the program or talk to providers. */
const ENGINE_COMMANDS = new Set([
  "preview",
  "pre",
  "up",
  "update",
  "destroy",
  "dn",
  "down",
  "refresh",
  "import",
  "watch",
  "policy",
  "package",
  "about",
  "install",
  "convert",
  "state",
]);

export function needsStack(line: CommandLine): boolean {
  const [first, second] = line.words;
  if (first === "stack") return second !== undefined && !["init", "ls", "rm", "select", "unselect"].includes(second);
  return first !== undefined && STACK_COMMANDS.has(first);
}

/** Commands that write the stack's state. */
export function changesStack(line: CommandLine): boolean {
  return ["up", "update", "destroy", "dn", "down", "refresh", "import"].includes(line.words[0] ?? "");
}

export function needsProviders(line: CommandLine): boolean {
  return ENGINE_COMMANDS.has(line.words[0] ?? "");
}
