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

interface CommandFacts {
  /** Works on one stack, which has to exist. */
  readonly stack?: true;
  /** Runs the program or talks to providers. */
  readonly providers?: true;
  /** Writes the stack's state. */
  readonly changes?: true;
  /** Takes `--config-file`. `config` has it too, but is meant to change the committed file. */
  readonly configFile?: true;
}

const RUN: CommandFacts = { stack: true, providers: true, configFile: true };
const CHANGE: CommandFacts = { ...RUN, changes: true };
const COMMANDS: Readonly<Record<string, CommandFacts>> = {
  preview: RUN,
  pre: RUN,
  watch: RUN,
  up: CHANGE,
  update: CHANGE,
  destroy: CHANGE,
  dn: CHANGE,
  down: CHANGE,
  refresh: CHANGE,
  import: CHANGE,
  config: { stack: true },
  logs: { stack: true },
  state: { stack: true, providers: true },
  policy: { providers: true },
  package: { providers: true },
  about: { providers: true },
  install: { providers: true },
  convert: { providers: true },
};
const WITHOUT_STACK = new Set(["init", "ls", "rm", "select", "unselect"]);

/** What a command touches; nothing for one that is not listed, such as `version`. */
export function factsOf({ words: [first = "", second] }: CommandLine): CommandFacts {
  if (first === "stack") return second === undefined || WITHOUT_STACK.has(second) ? {} : { stack: true };
  return COMMANDS[first] ?? {};
}
