import { type PlatformOutputs, platformSchema, type ServiceOutputs } from "./contract.ts";
import { type Contract, findByName, parseContract } from "./parse-contract.ts";
import { CONTRACT_NAME, CONTRACT_VERSION, PLATFORM_OUTPUT } from "./version.ts";

export const PLATFORM_CONTRACT: Contract<PlatformOutputs> = {
  output: PLATFORM_OUTPUT,
  name: CONTRACT_NAME,
  version: CONTRACT_VERSION,
  schema: platformSchema,
};

/**
 * Checks the value of the `platform` output and returns it typed.
 * `stack` names where it came from in messages. Throws one `UserError` with every problem.
 */
export function parsePlatform(value: unknown, stack: string): PlatformOutputs {
  return parseContract(PLATFORM_CONTRACT, value, stack);
}

/** The service's part, or a `UserError` that lists the nearest names. */
export function findService(platform: PlatformOutputs, name: string, stack: string): ServiceOutputs {
  return findByName(platform.services, name, stack, PLATFORM_OUTPUT);
}
