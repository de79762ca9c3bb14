import { fargateCpuUnits, fargateMemoryMiB, isFargatePair } from "@pyairtable/aws-facts";
import { isObject, list, numeric, objects, type Properties, text } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import { checkContainers } from "./container-definitions.ts";
import { Findings, parseJson } from "./findings.ts";

const CODE = "ClientException";

/** `RegisterTaskDefinition`: sizes, modes, and the containers inside the JSON. */
export function taskDefinition(inputs: Properties): Violation[] {
  const findings = new Findings();
  findings.matches(
    "family",
    inputs.family,
    /^[A-Za-z0-9_-]{1,255}$/,
    "up to 255 letters, digits, - and _",
    `${CODE}: Invalid family`,
  );
  const isFargate = list(inputs.requiresCompatibilities).includes("FARGATE");
  if (isFargate) checkFargate(findings, inputs);
  const platform = isObject(inputs.runtimePlatform) ? inputs.runtimePlatform : {};
  findings.oneOf("runtimePlatform.cpuArchitecture", platform.cpuArchitecture, ["ARM64", "X86_64"], CODE);
  const containers = parseJson(findings, "containerDefinitions", inputs.containerDefinitions, CODE);
  if (containers === undefined) return findings.violations;
  if (!Array.isArray(containers) || containers.length === 0) {
    findings.refuse(
      "containerDefinitions",
      containers,
      "a JSON list of at least one container",
      `${CODE}: Container list cannot be empty.`,
    );
    return findings.violations;
  }
  checkContainers(findings, objects(containers), {
    isFargate,
    networkMode: text(inputs.networkMode),
    cpuUnits: numeric(inputs.cpu),
    memoryMiB: numeric(inputs.memory),
    hasExecutionRole: inputs.executionRoleArn !== undefined,
    volumes: objects(inputs.volumes).flatMap(({ item }) => text(item.name) ?? []),
  });
  return findings.violations;
}

function checkFargate(findings: Findings, inputs: Properties): void {
  const cpu = numeric(inputs.cpu);
  const memory = numeric(inputs.memory);
  for (const key of ["cpu", "memory"] as const) {
    if (inputs[key] === undefined)
      findings.refuse(
        key,
        undefined,
        "a task-level size",
        `${CODE}: Fargate requires that '${key}' be defined at the task level.`,
      );
  }
  if (cpu !== undefined && memory !== undefined && !isFargatePair(cpu, memory)) {
    const sizes = fargateMemoryMiB(cpu);
    const wanted =
      sizes.length === 0
        ? `cpu of ${fargateCpuUnits().join(", ")}`
        : `memory of ${sizes[0]} to ${sizes.at(-1)} MiB in Fargate's steps for ${cpu} CPU`;
    const path = sizes.length === 0 ? "cpu" : "memory";
    findings.refuse(
      path,
      `${cpu} CPU, ${memory} memory`,
      wanted,
      `${CODE}: No Fargate configuration exists for given values`,
    );
  }
  if (inputs.networkMode !== undefined)
    findings.oneOf(
      "networkMode",
      inputs.networkMode,
      ["awsvpc"],
      `${CODE}: Fargate only supports network mode 'awsvpc'`,
    );
  else findings.refuse("networkMode", undefined, "awsvpc", `${CODE}: Fargate only supports network mode 'awsvpc'.`);
  const storage = isObject(inputs.ephemeralStorage) ? inputs.ephemeralStorage.sizeInGib : undefined;
  findings.range("ephemeralStorage.sizeInGib", storage, 21, 200, "GiB", CODE);
}
