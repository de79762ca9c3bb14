import { type Diagnostic, nearestNames, show, UserError } from "@pyairtable/diagnostics";
import type * as z from "zod";
import { type PlatformOutputs, platformSchema, type ServiceOutputs } from "./contract.ts";
import { CONTRACT_MAJOR, CONTRACT_NAME, CONTRACT_VERSION, compareVersions, parseVersion } from "./version.ts";

/**
 * Checks the value of the `platform` output and returns it typed.
 * `stack` names where it came from in messages. Throws one `UserError` with every problem.
 */
export function parsePlatform(value: unknown, stack: string): PlatformOutputs {
  const envelope = checkEnvelope(value, stack);
  if (envelope !== undefined) throw new UserError(`outputs of ${stack}`, [envelope]);
  const parsed = platformSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const version = (value as PlatformOutputs).contract.version;
  throw new UserError(
    `outputs of ${stack}`,
    parsed.error.issues.map((issue) => toDiagnostic(issue, value, stack, version)),
  );
}

/** The service's part, or a `UserError` that lists the nearest names. */
export function findService(platform: PlatformOutputs, name: string, stack: string): ServiceOutputs {
  if (Object.hasOwn(platform.services, name)) return platform.services[name]!;
  const nearest = nearestNames(name, Object.keys(platform.services));
  throw new UserError(`outputs of ${stack}`, [
    {
      code: "outputs.unknown-service",
      path: `${stack}: platform.services`,
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
function checkEnvelope(value: unknown, stack: string): Diagnostic | undefined {
  const path = `${stack}: platform`;
  const wanted = `contract ${CONTRACT_NAME} ${CONTRACT_MAJOR}.x`;
  if (value === undefined || value === null) {
    const fix = "Deploy the platform there first, and check the stack's name.";
    return { code: "outputs.missing", path, got: "no such output", wanted, fix };
  }
  const contract = (value as { contract?: { name?: unknown; version?: unknown } }).contract;
  const version = parseVersion(contract?.version);
  if (contract?.name !== CONTRACT_NAME || version === undefined) {
    const fix = "Point the reader at a stack of the PyAirtable platform.";
    return { code: "outputs.not-the-contract", path: `${path}.contract`, got: show(contract), wanted, fix };
  }
  if (version.major !== CONTRACT_MAJOR) {
    const fix =
      version.major > CONTRACT_MAJOR
        ? `Upgrade @pyairtable/outputs to ${version.major}.x and follow its changelog.`
        : `Deploy the platform with contract ${CONTRACT_MAJOR}.x, or stay on @pyairtable/outputs ${version.major}.x.`;
    return {
      code: "outputs.major-version",
      path: `${path}.contract.version`,
      got: show(contract.version),
      wanted,
      fix,
    };
  }
  return undefined;
}

function toDiagnostic(issue: z.core.$ZodIssue, root: unknown, stack: string, version: string): Diagnostic {
  const older = compareVersions(parseVersion(version)!, parseVersion(CONTRACT_VERSION)!) < 0;
  return {
    code: "outputs.invalid",
    path: `${stack}: ${["platform", ...issue.path.map(String)].join(".")}`,
    got: show(issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], root)),
    wanted: issue.message.replace(/^Invalid [a-z]+: /, ""),
    fix: older
      ? `The stack has contract ${version}, this reader ${CONTRACT_VERSION}: deploy the platform first.`
      : "Report it to the platform team: the stack breaks its own contract.",
  };
}
