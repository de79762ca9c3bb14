import { isObject, list, numeric, objects, type Properties, text } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import { Findings, isGiven, isKnown } from "./findings.ts";
import type { Context } from "./validator.ts";

const CODE = "ValidationError";

export function loadBalancer(inputs: Properties, { ledger }: Context): Violation[] {
  const findings = new Findings();
  findings.oneOf("loadBalancerType", inputs.loadBalancerType, ["application", "network", "gateway"], CODE);
  findings.range("idleTimeout", inputs.idleTimeout, 1, 4000, "seconds", CODE);
  if (isGiven(inputs.subnets) && isGiven(inputs.subnetMappings))
    findings.refuse(
      "subnets",
      inputs.subnets,
      "subnets or subnetMappings",
      `${CODE}: You must specify either subnets or subnet mappings, not both`,
    );
  if ((inputs.loadBalancerType ?? "application") !== "application") return findings.violations;
  const subnets = list(inputs.subnets);
  const zones = new Set(subnets.flatMap((id) => ledger.byHandle(text(id) ?? "")?.outputs.availabilityZone ?? []));
  const known = subnets.length > 0 && subnets.every((id) => ledger.byHandle(text(id) ?? "") !== undefined);
  if (Array.isArray(inputs.subnets) && (subnets.length < 2 || (known && zones.size < 2))) {
    findings.refuse(
      "subnets",
      inputs.subnets,
      "subnets in at least two Availability Zones",
      `${CODE}: At least two subnets in two different Availability Zones must be specified`,
    );
  }
  if (known && zones.size < subnets.length && zones.size >= 2) {
    findings.refuse(
      "subnets",
      inputs.subnets,
      "one subnet per Availability Zone",
      "InvalidConfigurationRequest: A load balancer cannot be attached to multiple subnets in the same Availability Zone",
    );
  }
  return findings.violations;
}

const TARGET_PROTOCOLS = ["HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP", "GENEVE", "QUIC", "TCP_QUIC"];

export function targetGroup(inputs: Properties): Violation[] {
  const findings = new Findings();
  const isLambda = inputs.targetType === "lambda";
  findings.oneOf("targetType", inputs.targetType, ["instance", "ip", "lambda", "alb"], CODE);
  findings.oneOf("protocol", inputs.protocol, TARGET_PROTOCOLS, CODE);
  findings.oneOf("protocolVersion", inputs.protocolVersion, ["HTTP1", "HTTP2", "GRPC"], CODE);
  findings.range("port", inputs.port, 1, 65_535, "", CODE);
  for (const key of isLambda ? [] : ["port", "protocol", "vpcId"]) {
    if (inputs[key] === undefined)
      findings.refuse(
        key,
        undefined,
        `a ${key}`,
        `${CODE}: A ${key} must be specified for a target group of type ${String(inputs.targetType ?? "instance")}`,
      );
  }
  findings.range("deregistrationDelay", inputs.deregistrationDelay, 0, 3600, "seconds", CODE);
  const slowStart = numeric(inputs.slowStart);
  if (slowStart !== undefined && slowStart !== 0)
    findings.range("slowStart", slowStart, 30, 900, "seconds, or 0 for none", CODE);
  if (isObject(inputs.healthCheck)) checkHealth(findings, inputs.healthCheck);
  if (isObject(inputs.stickiness))
    findings.range("stickiness.cookieDuration", inputs.stickiness.cookieDuration, 1, 604_800, "seconds", CODE);
  return findings.violations;
}

function checkHealth(findings: Findings, health: Properties): void {
  const at = "healthCheck";
  findings.range(`${at}.healthyThreshold`, health.healthyThreshold, 2, 10, "checks", CODE);
  findings.range(`${at}.unhealthyThreshold`, health.unhealthyThreshold, 2, 10, "checks", CODE);
  findings.range(`${at}.interval`, health.interval, 5, 300, "seconds", CODE);
  findings.range(`${at}.timeout`, health.timeout, 2, 120, "seconds", CODE);
  findings.matches(
    `${at}.path`,
    health.path,
    /^\/[^\s]{0,1023}$/,
    "a path that starts with /",
    `${CODE}: Health check path is not valid`,
  );
  findings.matches(
    `${at}.port`,
    health.port,
    /^(traffic-port|[1-9]\d{0,4})$/,
    "traffic-port or 1 to 65535",
    `${CODE}: Health check port is not valid`,
  );
  findings.matches(
    `${at}.matcher`,
    health.matcher,
    /^\d{1,3}([-,]\d{1,3})*$/,
    "codes such as 200, 200,202 or 200-299",
    `${CODE}: Health check matcher is not valid`,
  );
  const [interval, timeout] = [numeric(health.interval), numeric(health.timeout)];
  if (interval !== undefined && timeout !== undefined && timeout >= interval)
    findings.refuse(
      `${at}.timeout`,
      timeout,
      `less than the interval of ${interval} seconds`,
      `${CODE}: Health check timeout must be smaller than the interval`,
    );
}

export function listener(inputs: Properties, { ledger, resource }: Context): Violation[] {
  const findings = new Findings();
  findings.range("port", inputs.port, 1, 65_535, "", CODE);
  findings.oneOf("protocol", inputs.protocol, TARGET_PROTOCOLS, "UnsupportedProtocol");
  const encrypted = inputs.protocol === "HTTPS" || inputs.protocol === "TLS";
  if (encrypted && !isGiven(inputs.certificateArn))
    findings.refuse(
      "certificateArn",
      undefined,
      "the ARN of a certificate",
      `${CODE}: A certificate must be specified for ${String(inputs.protocol)} listeners`,
    );
  if (!encrypted && isKnown(inputs.protocol) && isGiven(inputs.certificateArn))
    findings.refuse(
      "certificateArn",
      inputs.certificateArn,
      "none, or protocol HTTPS",
      "InvalidLoadBalancerAction: certificates go with HTTPS and TLS listeners only",
    );
  if (Array.isArray(inputs.defaultActions) && inputs.defaultActions.length === 0)
    findings.refuse(
      "defaultActions",
      inputs.defaultActions,
      "at least one action",
      `${CODE}: A listener needs a default action`,
    );
  checkActions(findings, "defaultActions", inputs);
  const twin = ledger
    .all()
    .find(
      ({ type, urn, inputs: other }) =>
        type === resource.type &&
        urn !== resource.urn &&
        isKnown(inputs.loadBalancerArn) &&
        other.loadBalancerArn === inputs.loadBalancerArn &&
        other.port === inputs.port,
    );
  if (twin !== undefined)
    findings.refuse(
      "port",
      inputs.port,
      "a port that no other listener of the load balancer has",
      "DuplicateListener: A listener already exists on this port for this load balancer",
    );
  return findings.violations;
}

export function listenerRule(inputs: Properties, { ledger, run, resource }: Context): Violation[] {
  const findings = new Findings();
  findings.range("priority", inputs.priority, 1, 50_000, "", CODE);
  checkActions(findings, "actions", inputs);
  const conditions = objects(inputs.conditions);
  if (Array.isArray(inputs.conditions) && conditions.length === 0)
    findings.refuse("conditions", inputs.conditions, "at least one condition", `${CODE}: A rule must have a condition`);
  const values = conditions.reduce(
    (sum, { item }) =>
      sum + Object.values(item).reduce((n: number, part) => n + (isObject(part) ? list(part.values).length : 0), 0),
    0,
  );
  if (values > 5)
    findings.refuse(
      "conditions",
      values,
      "at most 5 values over all conditions",
      "TooManyValues: A rule can only have 5 condition values",
    );
  if (!isKnown(inputs.listenerArn) || !isKnown(inputs.priority)) return findings.violations;
  const others = new Map(
    ledger.all().flatMap((entry) => (entry.type === resource.type ? [[entry.urn, entry.inputs] as const] : [])),
  );
  for (const [urn, other] of run.checkedOf(resource.type)) others.set(urn, other);
  for (const [urn, other] of others) {
    if (urn === resource.urn || other.listenerArn !== inputs.listenerArn || other.priority !== inputs.priority)
      continue;
    findings.refuse(
      "priority",
      inputs.priority,
      "a priority that no other rule of the listener has",
      `PriorityInUse: Priority '${String(inputs.priority)}' is currently in use`,
    );
    break;
  }
  return findings.violations;
}

function checkActions(findings: Findings, path: string, inputs: Properties): void {
  for (const { index, item } of objects(inputs[path])) {
    const at = `${path}[${index}]`;
    findings.oneOf(
      `${at}.type`,
      item.type,
      ["forward", "redirect", "fixed-response", "authenticate-cognito", "authenticate-oidc", "jwt-validation"],
      CODE,
    );
    const needs = {
      forward: ["targetGroupArn", "forward"],
      redirect: ["redirect"],
      "fixed-response": ["fixedResponse"],
    }[text(item.type) ?? ""];
    if (needs !== undefined && !needs.some((key) => isGiven(item[key])))
      findings.refuse(
        at,
        item.type,
        `${needs.join(" or ")} for a ${String(item.type)} action`,
        `${CODE}: The action has no configuration`,
      );
    if (isObject(item.redirect))
      findings.oneOf(`${at}.redirect.statusCode`, item.redirect.statusCode, ["HTTP_301", "HTTP_302"], CODE);
    if (isObject(item.fixedResponse))
      findings.matches(
        `${at}.fixedResponse.statusCode`,
        item.fixedResponse.statusCode,
        /^[245]\d\d$/,
        "2XX, 4XX or 5XX",
        `${CODE}: Fixed response status code is not valid`,
      );
    if (isObject(item.forward))
      for (const group of objects(item.forward.targetGroups))
        findings.range(`${at}.forward.targetGroups[${group.index}].weight`, group.item.weight, 0, 999, "", CODE);
  }
}
