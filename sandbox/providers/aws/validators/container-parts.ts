import { isObject, list, objects, type Properties, text, type Value } from "../../values.ts";
import type { TaskFacts } from "./container-definitions.ts";
import type { Findings } from "./findings.ts";

const CODE = "ClientException";
const FARGATE_DRIVERS = ["awslogs", "splunk", "awsfirelens"];
const ALL_DRIVERS = [...FARGATE_DRIVERS, "json-file", "syslog", "journald", "gelf", "fluentd"];

export function checkHealthCheck(findings: Findings, path: string, value: Value | undefined): void {
  if (!isObject(value)) return;
  const at = `${path}.healthCheck`;
  const [first] = list(value.command);
  if (
    first === undefined ||
    (list(value.command).length > 1 && !["CMD", "CMD-SHELL", "NONE"].includes(String(first)))
  ) {
    findings.refuse(
      `${at}.command`,
      value.command,
      "a list that starts with CMD or CMD-SHELL",
      `${CODE}: Invalid health check command`,
    );
  }
  findings.range(`${at}.interval`, value.interval, 5, 300, "seconds", CODE);
  findings.range(`${at}.timeout`, value.timeout, 2, 60, "seconds", CODE);
  findings.range(`${at}.retries`, value.retries, 1, 10, "tries", CODE);
  findings.range(`${at}.startPeriod`, value.startPeriod, 0, 300, "seconds", CODE);
}

export function checkLogging(findings: Findings, path: string, value: Value | undefined, task: TaskFacts): void {
  if (!isObject(value)) return;
  const at = `${path}.logConfiguration`;
  findings.oneOf(`${at}.logDriver`, value.logDriver, task.isFargate ? FARGATE_DRIVERS : ALL_DRIVERS, CODE);
  checkSecrets(findings, at, { secrets: value.secretOptions ?? [] }, task);
  if (value.logDriver !== "awslogs") return;
  const options = isObject(value.options) ? value.options : {};
  const required = ["awslogs-group", "awslogs-region", ...(task.isFargate ? ["awslogs-stream-prefix"] : [])];
  for (const key of required) {
    if (options[key] === undefined)
      findings.refuse(
        `${at}.options["${key}"]`,
        undefined,
        `the ${key} option`,
        `${CODE}: Log driver awslogs requires options: ${required.join(", ")}`,
      );
  }
  if (task.isFargate && !task.hasExecutionRole) {
    findings.refuse(
      "executionRoleArn",
      undefined,
      "the ARN of a role that may write logs",
      `${CODE}: Fargate requires task definition to have execution role ARN to support log driver awslogs.`,
    );
  }
}

export function checkSecrets(findings: Findings, path: string, item: Properties, task: TaskFacts): void {
  const names = new Set<string>();
  for (const { item: variable } of objects(item.environment)) names.add(String(variable.name));
  for (const { index, item: secret } of objects(item.secrets)) {
    const at = `${path}.secrets[${index}]`;
    const source = text(secret.valueFrom);
    const isSource =
      source !== undefined &&
      /^(arn:aws[a-z-]*:(secretsmanager|ssm):|\/?[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*$)/.test(source);
    if (!isSource)
      findings.refuse(
        `${at}.valueFrom`,
        secret.valueFrom,
        "the ARN of a secret, or the ARN or name of a parameter",
        `${CODE}: Invalid secret source`,
      );
    const name = text(secret.name) ?? "";
    if (name === "" || names.has(name))
      findings.refuse(
        `${at}.name`,
        secret.name,
        "a variable name that is used once",
        `${CODE}: The secret name must be unique and not shared with any new or existing environment variables`,
      );
    names.add(name);
  }
  if (list(item.secrets).length > 0 && !task.hasExecutionRole) {
    findings.refuse(
      "executionRoleArn",
      undefined,
      "the ARN of a role that may read them",
      `${CODE}: When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.`,
    );
  }
}
