import { STOP_TIMEOUT_SECONDS_MAX } from "@pyairtable/aws-facts";
import { isObject, list, numeric, objects, type Properties, text } from "../../values.ts";
import { checkHealthCheck, checkLogging, checkSecrets } from "./container-parts.ts";
import type { Findings } from "./findings.ts";

export interface TaskFacts {
  readonly isFargate: boolean;
  readonly networkMode: string | undefined;
  readonly cpuUnits: number | undefined;
  readonly memoryMiB: number | undefined;
  readonly hasExecutionRole: boolean;
  readonly volumes: readonly string[];
}

interface Container {
  readonly index: number;
  readonly item: Properties;
}

const CODE = "ClientException";
const SMALLEST_MEMORY_MIB = 6;
const DEPENDENCY_CONDITIONS = ["START", "COMPLETE", "SUCCESS", "HEALTHY"];

/** The rules of ECS for the containers of one task. */
export function checkContainers(findings: Findings, containers: readonly Container[], task: TaskFacts): void {
  checkNames(findings, containers);
  if (containers.every(({ item }) => item.essential === false)) {
    findings.refuse(
      "containerDefinitions",
      "none essential",
      "at least one container with essential: true",
      `${CODE}: A task must have at least one essential container.`,
    );
  }
  checkSums(findings, containers, task);
  const ports = new Set<string>();
  for (const { index, item } of containers) {
    const path = `containerDefinitions[${index}]`;
    if (text(item.image) === undefined || item.image === "")
      findings.refuse(
        `${path}.image`,
        item.image,
        "an image name",
        `${CODE}: Container.image should not be null or empty.`,
      );
    if (item.readonlyRootFilesystem !== undefined && typeof item.readonlyRootFilesystem !== "boolean") {
      findings.refuse(
        `${path}.readonlyRootFilesystem`,
        item.readonlyRootFilesystem,
        "true or false",
        `${CODE}: Invalid type for parameter`,
      );
    }
    findings.range(
      `${path}.stopTimeout`,
      item.stopTimeout,
      task.isFargate ? 0 : 2,
      task.isFargate ? STOP_TIMEOUT_SECONDS_MAX : 86_400,
      "seconds",
      CODE,
    );
    if (task.isFargate && item.privileged === true)
      findings.refuse(
        `${path}.privileged`,
        true,
        "no privileged container",
        `${CODE}: Fargate does not support privileged containers.`,
      );
    checkPorts(findings, path, item, task, ports);
    checkMemory(findings, path, item, task);
    checkDependencies(findings, path, item, containers);
    checkMounts(findings, path, item, task);
    checkHealthCheck(findings, path, item.healthCheck);
    checkLogging(findings, path, item.logConfiguration, task);
    checkSecrets(findings, path, item, task);
  }
}

function checkNames(findings: Findings, containers: readonly Container[]): void {
  const seen = new Set<string>();
  for (const { index, item } of containers) {
    const path = `containerDefinitions[${index}].name`;
    const name = text(item.name) ?? "";
    if (!/^[A-Za-z0-9_-]{1,255}$/.test(name))
      findings.refuse(path, item.name, "1 to 255 letters, digits, - and _", `${CODE}: Invalid container name`);
    if (seen.has(name))
      findings.refuse(
        path,
        name,
        "a name that no other container has",
        `${CODE}: Container names must be unique within a task definition`,
      );
    seen.add(name);
  }
}

function checkSums(findings: Findings, containers: readonly Container[], task: TaskFacts): void {
  for (const [key, limit, unit] of [
    ["memory", task.memoryMiB, "MiB"],
    ["cpu", task.cpuUnits, "CPU units"],
  ] as const) {
    if (limit === undefined) continue;
    const sum = containers.reduce((total, { item }) => total + (numeric(item[key]) ?? 0), 0);
    if (sum <= limit) continue;
    findings.refuse(
      "containerDefinitions",
      `${sum} ${unit}`,
      `at most the task's ${limit} ${unit}`,
      `${CODE}: The sum of the containers' ${key} is over the task's`,
    );
  }
}

function checkPorts(findings: Findings, path: string, item: Properties, task: TaskFacts, taken: Set<string>): void {
  for (const { index, item: mapping } of objects(item.portMappings)) {
    const at = `${path}.portMappings[${index}]`;
    const port = numeric(mapping.containerPort);
    if (port === undefined && mapping.containerPortRange === undefined)
      findings.refuse(
        `${at}.containerPort`,
        mapping.containerPort,
        "1 to 65535",
        `${CODE}: A port mapping must have a container port`,
      );
    findings.range(`${at}.containerPort`, port, 1, 65_535, "", CODE);
    findings.range(`${at}.hostPort`, mapping.hostPort, 0, 65_535, "", CODE);
    findings.oneOf(`${at}.protocol`, mapping.protocol, ["tcp", "udp"], CODE);
    findings.oneOf(`${at}.appProtocol`, mapping.appProtocol, ["http", "http2", "grpc"], CODE);
    const host = numeric(mapping.hostPort);
    if (task.networkMode === "awsvpc" && host !== undefined && host !== port) {
      findings.refuse(
        `${at}.hostPort`,
        host,
        `${port}, as the container port`,
        `${CODE}: When networkMode=awsvpc, the host ports and container ports in port mappings must match.`,
      );
    }
    const key = `${port}/${mapping.protocol ?? "tcp"}`;
    if (task.networkMode === "awsvpc" && taken.has(key))
      findings.refuse(
        `${at}.containerPort`,
        port ?? null,
        "a port that no other container of the task takes",
        `${CODE}: Port ${key} is used twice`,
      );
    taken.add(key);
  }
}

function checkMemory(findings: Findings, path: string, item: Properties, task: TaskFacts): void {
  const hard = numeric(item.memory);
  const soft = numeric(item.memoryReservation);
  if (hard !== undefined && hard < SMALLEST_MEMORY_MIB)
    findings.refuse(`${path}.memory`, hard, `at least ${SMALLEST_MEMORY_MIB} MiB`, `${CODE}: Invalid memory`);
  if (hard !== undefined && soft !== undefined && soft > hard)
    findings.refuse(
      `${path}.memoryReservation`,
      soft,
      `at most memory, ${hard} MiB`,
      `${CODE}: Memory reservation must be less than memory`,
    );
  if (task.memoryMiB === undefined && hard === undefined && soft === undefined) {
    findings.refuse(
      `${path}.memory`,
      undefined,
      "memory or memoryReservation",
      `${CODE}: At least one of 'memory' or 'memoryReservation' must be specified within the container definition`,
    );
  }
}

function checkDependencies(findings: Findings, path: string, item: Properties, containers: readonly Container[]): void {
  for (const { index, item: dependency } of objects(item.dependsOn)) {
    const at = `${path}.dependsOn[${index}]`;
    const target = containers.find(({ item: other }) => other.name === dependency.containerName)?.item;
    if (target === undefined)
      findings.refuse(
        `${at}.containerName`,
        dependency.containerName,
        "a container of this task",
        `${CODE}: Dependency on a container that is not in the task definition`,
      );
    findings.oneOf(`${at}.condition`, dependency.condition, DEPENDENCY_CONDITIONS, CODE);
    if (dependency.condition === "HEALTHY" && target !== undefined && !isObject(target.healthCheck)) {
      findings.refuse(
        `${at}.condition`,
        "HEALTHY",
        `a health check on ${String(target.name)}`,
        `${CODE}: A HEALTHY dependency needs a container with a health check`,
      );
    }
  }
}

function checkMounts(findings: Findings, path: string, item: Properties, task: TaskFacts): void {
  for (const [index, mount] of list(item.mountPoints).entries()) {
    const volume = isObject(mount) ? text(mount.sourceVolume) : undefined;
    if (volume === undefined || task.volumes.includes(volume)) continue;
    findings.refuse(
      `${path}.mountPoints[${index}].sourceVolume`,
      volume,
      `a volume of the task (${task.volumes.join(", ") || "it has none"})`,
      `${CODE}: Unknown volume '${volume}'.`,
    );
  }
}
