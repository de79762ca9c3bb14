import * as pulumi from "@pulumi/pulumi";
import { type Diagnostic, show, UserError } from "@pyairtable/diagnostics";
import { type Contract, parseContract } from "./parse-contract.ts";

/** Where else to look: a stack may carry one contract and not the other. */
export interface OtherContract {
  readonly output: string;
  /** What to say where only that one is there. */
  readonly onlyThat: Pick<Diagnostic, "code" | "got" | "wanted" | "fix">;
}

export interface ContractReader<T> {
  readonly all: pulumi.Output<T>;
  /** One field; `Output` lifts what is inside. */
  readonly part: <K extends keyof T>(key: K) => pulumi.Output<T[K]>;
  readonly values: () => Promise<T>;
}

/**
 * Reads a contract of a deployed stack, checked and typed. Throws a `UserError` at once for a malformed name; everything
 * else fails the program with one message and no stack trace.
 */
export function readContract<T>(
  caller: string,
  contract: Contract<T>,
  other: OtherContract,
  stack: string,
  opts: pulumi.CustomResourceOptions | undefined,
): ContractReader<T> {
  if (!/^[^/\s]+\/[^/\s]+\/[^/\s]+$/.test(stack)) throw quiet(new UserError(caller, [malformed(caller, stack)]));
  const reference = new pulumi.StackReference(stack, {}, opts);
  const raw = reference.getOutput(contract.output);
  const check = async (value: unknown, secret: boolean): Promise<T> => {
    if (secret) throw quiet(new UserError(`outputs of ${stack}`, [unexpectedSecret(stack, contract.output)]));
    // Asked only then: a secret beside the contract must not taint what is read.
    if (value === undefined && (await exists(reference, other.output))) {
      const path = `${stack}: ${contract.output}`;
      throw quiet(new UserError(`outputs of ${stack}`, [{ path, ...other.onlyThat }]));
    }
    return quietly(() => parseContract(contract, value, stack));
  };
  // Not called while unknown: an unknown contract stays unknown, it is not an error.
  const all = raw.apply(async (value: unknown) => check(value, await pulumi.isSecret(raw))) as pulumi.Output<T>;
  return {
    all,
    part: <K extends keyof T>(key: K) => all.apply((value) => (value as T)[key]) as unknown as pulumi.Output<T[K]>,
    values: async () => {
      const { value, secretValue } = await reference.getOutputDetails(contract.output);
      return check(value ?? undefined, secretValue !== undefined);
    },
  };
}

/** Runs `read`; a user's error in it is printed without a stack trace. */
export function quietly<R>(read: () => R): R {
  try {
    return read();
  } catch (error) {
    throw error instanceof UserError ? quiet(error) : error;
  }
}

/** Marks the error as one that Pulumi prints without a stack trace, as it does for its own `RunError`. */
function quiet(error: UserError): UserError {
  return Object.assign(error, { __pulumiRunError: true });
}

async function exists(reference: pulumi.StackReference, output: string): Promise<boolean> {
  const { value, secretValue } = await reference.getOutputDetails(output);
  return (value ?? secretValue ?? undefined) !== undefined;
}

function malformed(caller: string, stack: string): Diagnostic {
  return {
    code: "outputs.stack-name",
    path: `${caller}(stack)`,
    got: show(stack),
    wanted: "organization/project/stack",
    fix: 'Write all three parts; with a self-managed backend the first is "organization".',
  };
}

function unexpectedSecret(stack: string, output: string): Diagnostic {
  return {
    code: "outputs.secret",
    path: `${stack}: ${output}`,
    got: "a secret",
    wanted: "a plain output: the contract holds no secret",
    fix: "Find the secret that the platform put into its output, and pass a reference to it instead.",
  };
}
