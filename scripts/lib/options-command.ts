import { runCommand } from "./command.ts";
import { helpText, type OptionSpec, type Options, readOptions } from "./options.ts";

/** A command of `npm run <name>`: its flags are read, `--help` answered, and the body run as `runCommand` does. */
export async function optionsCommand<const S extends Readonly<Record<string, OptionSpec>>>(
  name: string,
  says: string,
  specs: S,
  body: (options: Options<S>) => void | Promise<void>,
): Promise<void> {
  await runCommand(() => {
    const options = readOptions(name, specs, process.argv.slice(2));
    if (!options.help) return body(options);
    process.stdout.write(helpText(name, says, specs));
  });
}
