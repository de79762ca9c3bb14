import { hasUnknown, isObject, numeric, type Properties, text } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import { Findings } from "./findings.ts";
import { checkSchedule, checkTimeZone } from "./schedule-expression.ts";
import type { Context } from "./validator.ts";

const CODE = "ValidationException";
const TARGET = "aws:appautoscaling/target:Target";
const ECS_SERVICE = /^service\/[A-Za-z0-9_-]{1,255}\/[A-Za-z0-9_-]{1,255}$/;
const ECS_METRICS = [
  "ECSServiceAverageCPUUtilization",
  "ECSServiceAverageMemoryUtilization",
  "ALBRequestCountPerTarget",
];

export function scalableTarget(inputs: Properties, { ledger }: Context): Violation[] {
  const findings = new Findings();
  checkResource(findings, inputs);
  checkBounds(findings, "", inputs);
  const [, cluster, service] = text(inputs.resourceId)?.split("/") ?? [];
  if (inputs.serviceNamespace === "ecs" && service !== undefined) {
    const services = ledger.all().filter(({ type }) => type === "aws:ecs/service:Service");
    const exists = services.some(({ id }) => id.endsWith(`:service/${cluster}/${service}`));
    if (services.length > 0 && !exists)
      findings.refuse(
        "resourceId",
        inputs.resourceId,
        "an ECS service that exists",
        `${CODE}: ECS service doesn't exist: ${String(inputs.resourceId)}`,
      );
  }
  return findings.violations;
}

export function scalingPolicy(inputs: Properties, context: Context): Violation[] {
  const findings = new Findings();
  checkResource(findings, inputs);
  checkRegistered(findings, inputs, context);
  findings.oneOf("policyType", inputs.policyType, ["StepScaling", "TargetTrackingScaling", "PredictiveScaling"], CODE);
  const tracking = inputs.targetTrackingScalingPolicyConfiguration;
  if (inputs.policyType === "TargetTrackingScaling" && tracking === undefined)
    findings.refuse(
      "targetTrackingScalingPolicyConfiguration",
      undefined,
      "the metric and its target",
      `${CODE}: Target tracking needs its configuration`,
    );
  if (isObject(tracking)) checkTracking(findings, inputs, tracking);
  return findings.violations;
}

export function scheduledAction(inputs: Properties, context: Context): Violation[] {
  const findings = new Findings();
  checkResource(findings, inputs);
  checkRegistered(findings, inputs, context);
  checkSchedule(findings, "schedule", inputs.schedule, ["at", "cron", "rate"], CODE);
  checkTimeZone(findings, "timezone", inputs.timezone, CODE);
  const action = isObject(inputs.scalableTargetAction) ? inputs.scalableTargetAction : undefined;
  if (action !== undefined) {
    checkBounds(findings, "scalableTargetAction.", action);
    if (action.minCapacity === undefined && action.maxCapacity === undefined)
      findings.refuse(
        "scalableTargetAction",
        {},
        "minCapacity, maxCapacity or both",
        `${CODE}: a scheduled action must change a capacity`,
      );
  }
  return findings.violations;
}

function checkTracking(findings: Findings, inputs: Properties, tracking: Properties): void {
  const at = "targetTrackingScalingPolicyConfiguration";
  const target = numeric(tracking.targetValue);
  if (target !== undefined && target <= 0)
    findings.refuse(`${at}.targetValue`, target, "a number over 0", `${CODE}: Target value must be positive`);
  findings.exactlyOne(tracking, ["predefinedMetricSpecification", "customizedMetricSpecification"], at, CODE);
  for (const key of ["scaleInCooldown", "scaleOutCooldown"])
    findings.range(`${at}.${key}`, tracking[key], 0, 3600, "seconds", CODE);
  const predefined = tracking.predefinedMetricSpecification;
  if (!isObject(predefined)) return;
  const metric = `${at}.predefinedMetricSpecification`;
  if (inputs.serviceNamespace === "ecs")
    findings.oneOf(`${metric}.predefinedMetricType`, predefined.predefinedMetricType, ECS_METRICS, CODE);
  if (predefined.predefinedMetricType !== "ALBRequestCountPerTarget") return;
  if (predefined.resourceLabel === undefined)
    findings.refuse(
      `${metric}.resourceLabel`,
      undefined,
      "app/<name>/<id>/targetgroup/<name>/<id>",
      `${CODE}: ALBRequestCountPerTarget needs a resource label`,
    );
  findings.matches(
    `${metric}.resourceLabel`,
    predefined.resourceLabel,
    /^app\/[^/]+\/[^/]+\/targetgroup\/[^/]+\/[^/]+$/,
    "app/<name>/<id>/targetgroup/<name>/<id>",
    `${CODE}: Invalid resource label`,
  );
}

function checkResource(findings: Findings, inputs: Properties): void {
  if (inputs.serviceNamespace !== "ecs") return;
  findings.matches(
    "resourceId",
    inputs.resourceId,
    ECS_SERVICE,
    "service/<cluster name>/<service name>",
    `${CODE}: Unsupported resource id for service namespace ecs`,
  );
  findings.oneOf("scalableDimension", inputs.scalableDimension, ["ecs:service:DesiredCount"], CODE);
}

function checkBounds(findings: Findings, prefix: string, inputs: Properties): void {
  const [minimum, maximum] = [numeric(inputs.minCapacity), numeric(inputs.maxCapacity)];
  for (const key of ["minCapacity", "maxCapacity"])
    findings.range(`${prefix}${key}`, inputs[key], 0, 2_147_483_647, "", CODE);
  if (minimum !== undefined && maximum !== undefined && minimum > maximum)
    findings.refuse(
      `${prefix}maxCapacity`,
      maximum,
      `at least minCapacity, ${minimum}`,
      `${CODE}: Maximum capacity cannot be less than minimum capacity`,
    );
}

function checkRegistered(findings: Findings, inputs: Properties, { ledger }: Context): void {
  if (text(inputs.resourceId) === undefined || hasUnknown(inputs)) return;
  const targets = ledger.all().filter(({ type }) => type === TARGET);
  if (targets.length === 0 || targets.some(({ inputs: other }) => other.resourceId === inputs.resourceId)) return;
  findings.refuse(
    "resourceId",
    inputs.resourceId,
    "the resource id of a registered scalable target",
    `ObjectNotFoundException: No scalable target registered for service namespace: ${String(inputs.serviceNamespace)}, resource ID: ${String(inputs.resourceId)}`,
  );
}
