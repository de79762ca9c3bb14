import * as pulumi from "@pulumi/pulumi";
import { UserError } from "@pyairtable/diagnostics";

/**
 * Every promise the SDK tracks captures a stack and source maps rewrite each: off, a preview takes half
 * the time. PYAIRTABLE_STACK_TRACES=1 leaves traces on for finding a bug of ours.
 */
export function quickStart(env: NodeJS.ProcessEnv = process.env): void {
  if (env.PYAIRTABLE_STACK_TRACES === "1") return;
  Reflect.deleteProperty(Error, "prepareStackTrace");
  Error.stackTraceLimit = 0;
}

/** Runs the program; a user's mistake reaches the engine as its message alone, without a trace. */
export async function reportUserErrors<T>(program: () => T | Promise<T>): Promise<T> {
  try {
    return await program();
  } catch (error) {
    if (error instanceof UserError) throw new pulumi.RunError(error.message);
    throw error;
  }
}
