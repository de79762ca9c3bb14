import { isObject, list, numeric, objects, type Properties, text, type Value } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import { Findings, isGiven, isKnown } from "./findings.ts";
import type { Context } from "./validator.ts";

const CODE = "InvalidParameterException";

/** `CreateService` and `UpdateService`. */
export function ecsService(inputs: Properties, context: Context): Violation[] {
  const findings = new Findings();
  const strategies = objects(inputs.capacityProviderStrategies).map(({ item }) => item);
  if (isGiven(inputs.launchType) && strategies.length > 0) {
    findings.refuse(
      "launchType",
      inputs.launchType,
      "launchType or capacityProviderStrategies, not both",
      `${CODE}: Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.`,
    );
  }
  capacityStrategy(findings, "capacityProviderStrategies", inputs.capacityProviderStrategies);
  const onFargate =
    inputs.launchType === "FARGATE" ||
    strategies.some(({ capacityProvider }) => /^FARGATE(_SPOT)?$/.test(String(capacityProvider)));
  if (onFargate) requireNetwork(findings, inputs);
  if (onFargate && inputs.schedulingStrategy === "DAEMON") {
    findings.refuse(
      "schedulingStrategy",
      "DAEMON",
      "REPLICA",
      `${CODE}: Tasks using the Fargate launch type don't support the DAEMON scheduling strategy.`,
    );
  }
  findings.range("desiredCount", inputs.desiredCount, 0, 5000, "tasks", CODE);
  checkDeployment(findings, inputs);
  if (isGiven(inputs.healthCheckGracePeriodSeconds) && !isGiven(inputs.loadBalancers)) {
    findings.refuse(
      "healthCheckGracePeriodSeconds",
      inputs.healthCheckGracePeriodSeconds,
      "no grace period, or load balancers",
      `${CODE}: Health check grace period is only valid for services configured to use load balancers`,
    );
  }
  for (const { index, item } of objects(inputs.loadBalancers)) {
    findings.range(`loadBalancers[${index}].containerPort`, item.containerPort, 1, 65_535, "", CODE);
    checkTargetGroup(findings, `loadBalancers[${index}].targetGroupArn`, item.targetGroupArn, context);
  }
  checkAgainstTask(findings, inputs, context);
  return findings.violations;
}

/** A capacity provider strategy, of a service or as a cluster's default. */
export function capacityStrategy(findings: Findings, path: string, value: Value | undefined): void {
  const items = objects(value);
  for (const { index, item } of items) {
    findings.range(`${path}[${index}].weight`, item.weight, 0, 1000, "", CODE);
    findings.range(`${path}[${index}].base`, item.base, 0, 100_000, "tasks", CODE);
  }
  if (items.length === 0) return;
  const bases = items.filter(({ item }) => (numeric(item.base) ?? 0) > 0);
  if (bases.length > 1) {
    findings.refuse(
      `${path}[${bases[1]!.index}].base`,
      bases.length,
      "a base on one capacity provider only",
      `${CODE}: Only one capacity provider in a capacity provider strategy can have a base defined.`,
    );
  }
  const weights = items.map(({ item }) => (isKnown(item.weight) ? (numeric(item.weight) ?? 0) : Number.NaN));
  if (weights.every((weight) => weight === 0)) {
    findings.refuse(
      path,
      "all weights 0",
      "at least one weight over 0",
      `${CODE}: The specified capacity provider strategy must have at least one capacity provider with a weight greater than zero`,
    );
  }
  const names = items.map(({ item }) => String(item.capacityProvider));
  if (new Set(names).size < names.length)
    findings.refuse(
      path,
      names,
      "each capacity provider once",
      `${CODE}: The capacity provider strategy has duplicates`,
    );
  const isFargate = names.map((name) => /^FARGATE(_SPOT)?$/.test(name));
  if (
    isFargate.includes(true) &&
    isFargate.includes(false) &&
    items.every(({ item }) => text(item.capacityProvider) !== undefined)
  ) {
    findings.refuse(
      path,
      names,
      "Fargate providers or Auto Scaling group providers",
      `${CODE}: A capacity provider strategy cannot contain a mix of capacity providers using Auto Scaling groups and Fargate providers.`,
    );
  }
}

function requireNetwork(findings: Findings, inputs: Properties): void {
  const network = inputs.networkConfiguration;
  if (network === undefined) {
    findings.refuse(
      "networkConfiguration",
      undefined,
      "subnets and security groups",
      `${CODE}: Network Configuration must be provided when networkMode 'awsvpc' is specified.`,
    );
  }
  if (!isObject(network)) return;
  const subnets = network.subnets;
  if (Array.isArray(subnets) && (subnets.length === 0 || subnets.length > 16))
    findings.refuse(
      "networkConfiguration.subnets",
      subnets.length,
      "1 to 16 subnets",
      `${CODE}: subnets can not be empty, and 16 at most`,
    );
  const groups = list(network.securityGroups).length;
  if (groups > 5)
    findings.refuse("networkConfiguration.securityGroups", groups, "at most 5", `${CODE}: too many security groups`);
}

function checkDeployment(findings: Findings, inputs: Properties): void {
  findings.range("deploymentMinimumHealthyPercent", inputs.deploymentMinimumHealthyPercent, 0, 100, "percent", CODE);
  findings.range("deploymentMaximumPercent", inputs.deploymentMaximumPercent, 100, 2_147_483_647, "percent", CODE);
  const minimum = numeric(inputs.deploymentMinimumHealthyPercent);
  const maximum = numeric(inputs.deploymentMaximumPercent);
  if (minimum !== undefined && maximum !== undefined && maximum <= minimum) {
    findings.refuse(
      "deploymentMaximumPercent",
      maximum,
      `over the minimum of ${minimum} percent`,
      `${CODE}: deployment can neither start nor stop a task with these percentages`,
    );
  }
}

/** A target group takes a service only once a listener or rule forwards to it. */
function checkTargetGroup(findings: Findings, path: string, value: Value | undefined, { ledger }: Context): void {
  const arn = text(value);
  if (arn === undefined || ledger.byHandle(arn) === undefined) return;
  const forwards = ledger
    .all()
    .some(({ type, inputs }) => /^aws:(lb|alb)\/listener(Rule)?:/.test(type) && JSON.stringify(inputs).includes(arn));
  if (forwards) return;
  findings.refuse(
    path,
    arn,
    "a target group that a listener or a listener rule forwards to",
    `${CODE}: The target group does not have an associated load balancer.`,
  );
}

/** Names that must occur in the task definition, once that is known. */
function checkAgainstTask(findings: Findings, inputs: Properties, { ledger }: Context): void {
  const task = ledger.byHandle(text(inputs.taskDefinition) ?? "");
  if (task === undefined) return;
  const containers = objects(JSON.parse(text(task.inputs.containerDefinitions) ?? "[]") as Value).map(
    ({ item }) => item,
  );
  const mappings = (container: Properties): Properties[] => objects(container.portMappings).map(({ item }) => item);
  for (const { index, item } of objects(inputs.loadBalancers)) {
    const container = containers.find(({ name }) => name === item.containerName);
    const at = `loadBalancers[${index}]`;
    if (container === undefined)
      findings.refuse(
        `${at}.containerName`,
        item.containerName,
        "a container of the task definition",
        `${CODE}: The container ${String(item.containerName)} does not exist in the task definition.`,
      );
    else if (!mappings(container).some(({ containerPort }) => containerPort === numeric(item.containerPort))) {
      findings.refuse(
        `${at}.containerPort`,
        item.containerPort,
        "a mapped port of that container",
        `${CODE}: The container ${String(item.containerName)} did not have a container port ${String(item.containerPort)} defined.`,
      );
    }
  }
  const connect = isObject(inputs.serviceConnectConfiguration) ? inputs.serviceConnectConfiguration : {};
  const ports = containers.flatMap(mappings).map(({ name }) => name);
  for (const { index, item } of objects(connect.services)) {
    if (text(item.portName) === undefined || ports.includes(item.portName ?? null)) continue;
    findings.refuse(
      `serviceConnectConfiguration.services[${index}].portName`,
      item.portName,
      `a named port of the task definition (${ports.join(", ")})`,
      `${CODE}: The portName in the Service Connect configuration does not exist in the task definition`,
    );
  }
}
