import { UserError } from "@pyairtable/diagnostics";

/**
 * Runs the body of a command.
 *
 * A `UserError` is printed as it is and sets exit code 1; anything else is our bug and keeps its stack trace.
 */
export async function runCommand(body: () => void | Promise<void>): Promise<void> {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
