import { type Diagnostic, nearestNames, show, UserError } from "@pyairtable/diagnostics";
import type * as z from "zod";
import { compareVersions, parseVersion } from "./version.ts";

/** One contract: the stack output that carries it, what it calls itself, and its shape. */
export interface Contract<T> {
  /** Name of the stack output. */
  readonly output: string;
  /** `contract.name` in it. */
  readonly name: string;
  /** Semantic version that this package reads and writes. */
  readonly version: string;
  readonly schema: z.ZodType<T>;
}

/**
 * Checks the value of a contract's output and returns it typed.
 * `stack` names where it came from in messages. Throws one `UserError` with every problem.
 */
export function parseContract<T>(contract: Contract<T>, value: unknown, stack: string): T {
  const envelope = checkEnvelope(contract, value, stack);
  if (envelope !== undefined) throw new UserError(`outputs of ${stack}`, [envelope]);
  const parsed = contract.schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { version } = (value as { contract: { version: string } }).contract;
  throw new UserError(
    `outputs of ${stack}`,
    parsed.error.issues.map((issue) => toDiagnostic(contract, issue, value, stack, version)),
  );
}

/** One service of a contract by name, or a `UserError` that lists the nearest names. */
export function findByName<T>(services: Readonly<Record<string, T>>, name: string, stack: string, output: string): T {
  if (Object.hasOwn(services, name)) return services[name]!;
  const nearest = nearestNames(name, Object.keys(services));
  throw new UserError(`outputs of ${stack}`, [
    {
      code: "outputs.unknown-service",
      path: `${stack}: ${output}.services`,
      got: show(name),
      wanted:
        nearest.length === 0
          ? "a service; this stack has none"
          : `a service of this stack, such as ${nearest.join(", ")}`,
      fix:
        nearest.length === 0
          ? "Deploy a service there first."
          : `Write "${nearest[0]}", or add the service to the catalog and deploy.`,
    },
  ]);
}

/** Name and major version first: the rest means nothing if these differ. */
function checkEnvelope<T>(
  { output, name, version: own }: Contract<T>,
  value: unknown,
  stack: string,
): Diagnostic | undefined {
  const path = `${stack}: ${output}`;
  const major = Number(own.split(".")[0]);
  const wanted = `contract ${name} ${major}.x`;
  if (value === undefined || value === null) {
    const fix = "Deploy the platform there first, and check the stack's name.";
    return { code: "outputs.missing", path, got: "no such output", wanted, fix };
  }
  const contract = (value as { contract?: { name?: unknown; version?: unknown } }).contract;
  const version = parseVersion(contract?.version);
  if (contract?.name !== name || version === undefined) {
    const fix = "Point the reader at a stack of the PyAirtable platform.";
    return { code: "outputs.not-the-contract", path: `${path}.contract`, got: show(contract), wanted, fix };
  }
  if (version.major === major) return undefined;
  const fix =
    version.major > major
      ? `Upgrade @pyairtable/outputs to ${version.major}.x and follow its changelog.`
      : `Deploy the platform with contract ${major}.x, or stay on @pyairtable/outputs ${version.major}.x.`;
  return { code: "outputs.major-version", path: `${path}.contract.version`, got: show(contract.version), wanted, fix };
}

function toDiagnostic<T>(
  contract: Contract<T>,
  issue: z.core.$ZodIssue,
  root: unknown,
  stack: string,
  version: string,
): Diagnostic {
  const older = compareVersions(parseVersion(version)!, parseVersion(contract.version)!) < 0;
  return {
    code: "outputs.invalid",
    path: `${stack}: ${[contract.output, ...issue.path.map(String)].join(".")}`,
    got: show(issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], root)),
    wanted: issue.message.replace(/^Invalid [a-z]+: /, ""),
    fix: older
      ? `The stack has contract ${version}, this reader ${contract.version}: deploy the platform first.`
      : "Report it to the platform team: the stack breaks its own contract.",
  };
}
