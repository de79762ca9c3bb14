import * as pulumi from "@pulumi/pulumi";
import { type Diagnostic, show, UserError } from "@pyairtable/diagnostics";
import type { PlatformOutputs, ServiceOutputs } from "./contract.ts";
import { findService, parsePlatform } from "./parse-platform.ts";
import { PLATFORM_OUTPUT } from "./version.ts";

/** Typed outputs of a platform stack. `Output` lifts fields: `platform.network.vpcId` is an `Output<string>`. */
export interface Platform {
  /** Stack it reads: `organization/project/stack`. */
  readonly stack: string;
  readonly all: pulumi.Output<PlatformOutputs>;
  readonly environment: pulumi.Output<string>;
  readonly region: pulumi.Output<string>;
  readonly network: pulumi.Output<PlatformOutputs["network"]>;
  readonly cluster: pulumi.Output<PlatformOutputs["cluster"]>;
  readonly edge: pulumi.Output<PlatformOutputs["edge"]>;
  readonly cost: pulumi.Output<PlatformOutputs["cost"]>;
  readonly availability: pulumi.Output<PlatformOutputs["availability"]>;
  /** One service by catalog name; an unknown name fails with the nearest names. */
  service(name: string): pulumi.Output<ServiceOutputs>;
  /** Plain values, for decisions of shape such as a loop over services: `await platform.values()`. */
  values(): Promise<PlatformOutputs>;
  /** Plain values of one service; an unknown name fails as in `service`. */
  serviceValues(name: string): Promise<ServiceOutputs>;
}

/**
 * Reads the contract of a deployed platform stack, checked and typed.
 *
 * @param stack `organization/project/stack`; with a self-managed backend the organisation is `organization`.
 * Throws a `UserError` at once for a malformed name. Everything else (no such output, another contract,
 * another major version, a secret, a broken value) fails the program with one message and no stack trace.
 */
export function readPlatform(stack: string, opts?: pulumi.CustomResourceOptions): Platform {
  if (!/^[^/\s]+\/[^/\s]+\/[^/\s]+$/.test(stack)) throw quiet(new UserError("readPlatform", [malformed(stack)]));
  const reference = new pulumi.StackReference(stack, {}, opts);
  const raw = reference.getOutput(PLATFORM_OUTPUT);
  const check = (value: unknown, secret: boolean): PlatformOutputs => {
    if (secret) throw quiet(new UserError(`outputs of ${stack}`, [unexpectedSecret(stack)]));
    return quietly(() => parsePlatform(value, stack));
  };
  // Not called while unknown: an unknown contract stays unknown, it is not an error.
  const all = raw.apply(async (value: unknown) => check(value, await pulumi.isSecret(raw)));
  const part = <K extends keyof PlatformOutputs>(key: K): pulumi.Output<PlatformOutputs[K]> =>
    all.apply((platform) => platform[key]) as unknown as pulumi.Output<PlatformOutputs[K]>;
  const find = (platform: unknown, name: string): ServiceOutputs =>
    quietly(() => findService(platform as PlatformOutputs, name, stack));
  const values = async (): Promise<PlatformOutputs> => {
    const { value, secretValue } = await reference.getOutputDetails(PLATFORM_OUTPUT);
    return check(value, secretValue !== undefined);
  };
  return {
    stack,
    all: all as pulumi.Output<PlatformOutputs>,
    environment: part("environment"),
    region: part("region"),
    network: part("network"),
    cluster: part("cluster"),
    edge: part("edge"),
    cost: part("cost"),
    availability: part("availability"),
    service: (name) => all.apply((platform) => find(platform, name)) as pulumi.Output<ServiceOutputs>,
    values,
    serviceValues: async (name) => find(await values(), name),
  };
}

/** Marks the error as one that Pulumi prints without a stack trace, as it does for its own `RunError`. */
function quiet(error: UserError): UserError {
  return Object.assign(error, { __pulumiRunError: true });
}

function quietly<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof UserError ? quiet(error) : error;
  }
}

function malformed(stack: string): Diagnostic {
  return {
    code: "outputs.stack-name",
    path: "readPlatform(stack)",
    got: show(stack),
    wanted: "organization/project/stack",
    fix: 'Write all three parts; with a self-managed backend the first is "organization".',
  };
}

function unexpectedSecret(stack: string): Diagnostic {
  return {
    code: "outputs.secret",
    path: `${stack}: ${PLATFORM_OUTPUT}`,
    got: "a secret",
    wanted: "a plain output: the contract holds no secret",
    fix: "Find the secret that the platform put into its output, and pass a reference to it instead.",
  };
}
