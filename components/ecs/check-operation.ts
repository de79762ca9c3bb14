import { LOG_RETENTION_DAYS } from "@pyairtable/aws-facts";
import { ALARM_KINDS } from "./alarm-args.ts";
import { runningFloor } from "./alarm-defaults.ts";
import { shiftsTraffic } from "./deployment.ts";
import { HOOK_STAGES } from "./deployment-args.ts";
import type { ServiceRecord } from "./record.ts";
import type { Reporter } from "./reporter.ts";

/** How it scales, deploys, logs and alarms. */
export function checkOperation(record: ServiceRecord, report: Reporter): void {
  checkScaling(record, report);
  checkDeployment(record, report);
  checkLogs(record, report);
  checkAlarms(record, report);
}

function checkScaling({ scaling, route, deployment, replicas, offHours }: ServiceRecord, report: Reporter): void {
  const { cpuPercent, memoryPercent, requestsPerMinute, predictive } = scaling;
  if (cpuPercent !== null) report.number("scaling.cpuPercent", cpuPercent, 10, 95, "percent");
  if (memoryPercent !== null) report.number("scaling.memoryPercent", memoryPercent, 10, 95, "percent");
  if (requestsPerMinute !== null) report.number("scaling.requestsPerMinute", requestsPerMinute, 1, 1e7, "requests");
  report.wholeNumber("scaling.scaleOutCooldownSeconds", scaling.scaleOutCooldownSeconds, 0, 3600, "seconds");
  report.wholeNumber("scaling.scaleInCooldownSeconds", scaling.scaleInCooldownSeconds, 0, 3600, "seconds");
  report.unless(requestsPerMinute === null || (route !== null && !shiftsTraffic(deployment)), {
    code: "scaling",
    path: "scaling.requestsPerMinute",
    got: requestsPerMinute,
    wanted: "null, unless public with rolling deployments: the metric belongs to one target group",
    fix: "Scale on CPU, or deploy by rolling.",
  });
  report.unless(predictive === null || cpuPercent !== null, {
    code: "scaling",
    path: "scaling.predictive",
    got: predictive,
    wanted: "a cpuPercent beside it: the forecast is of CPU",
    fix: "Set scaling.cpuPercent.",
  });
  report.unless(scaling.ownedBy === "autoscaling" || (offHours === null && predictive === null), {
    code: "scaling",
    path: "scaling.ownedBy",
    got: scaling.ownedBy,
    wanted: "autoscaling, since the service sleeps or is forecast",
    fix: "Let one owner move the count of tasks.",
  });
  report.unless(scaling.ownedBy !== "pulumi" || replicas.min === replicas.max, {
    code: "scaling",
    path: "scaling.ownedBy",
    got: "pulumi",
    wanted: "equal minimum and maximum: a fixed size never uses the maximum",
    fix: "Set replicas.max to replicas.min, or let autoscaling own it.",
  });
}

function checkDeployment({ deployment, route, serviceConnect }: ServiceRecord, report: Reporter): void {
  const { strategy } = deployment;
  const shifts = shiftsTraffic(deployment);
  report.wholeNumber("deployment.minimumHealthyPercent", deployment.minimumHealthyPercent, 0, 100, "percent");
  report.wholeNumber("deployment.maximumPercent", deployment.maximumPercent, 101, 200, "percent");
  report.wholeNumber("deployment.bakeMinutes", deployment.bakeMinutes, 0, 1440, "minutes");
  report.wholeNumber("deployment.stepMinutes", deployment.stepMinutes, 0, 1440, "minutes");
  report.number("deployment.stepPercent", deployment.stepPercent, strategy === "linear" ? 3 : 0.1, 100, "percent");
  report.unless(!shifts || route !== null || serviceConnect !== null, {
    code: "deployment",
    path: "deployment.strategy",
    got: strategy,
    wanted: "a route or Service Connect whose traffic can be moved",
    fix: "Deploy by rolling.",
  });
  report.unless(!shifts || (deployment.minimumHealthyPercent === 100 && deployment.maximumPercent === 200), {
    code: "deployment",
    path: "deployment",
    got: [deployment.minimumHealthyPercent, deployment.maximumPercent],
    wanted: "100 and 200 percent: two full sets run side by side",
    fix: "Leave both at their defaults.",
  });
  report.unless(shifts || deployment.hooks.length === 0, {
    code: "deployment",
    path: "deployment.hooks",
    got: strategy,
    wanted: "a strategy that moves traffic: rolling has no such stages",
    fix: "Remove the hooks or choose blue-green, canary or linear.",
  });
  for (const [n, hook] of deployment.hooks.entries()) {
    const pauses = hook.kind === "pause";
    const known = hook.stages.every((stage) => HOOK_STAGES.includes(stage));
    const pausable = !hook.stages.some(
      (stage) => stage === "TEST_TRAFFIC_SHIFT" || stage === "PRODUCTION_TRAFFIC_SHIFT",
    );
    report.unless(hook.stages.length > 0 && known && (!pauses || pausable), {
      code: "deployment",
      path: `deployment.hooks[${n}].stages`,
      got: hook.stages,
      wanted: `${HOOK_STAGES.join(", ")}; a pause not in the two *_TRAFFIC_SHIFT stages`,
      fix: "Name the stages of the hook.",
    });
    if (pauses) report.wholeNumber(`deployment.hooks[${n}].timeoutMinutes`, hook.timeoutMinutes, 1, 20160, "minutes");
  }
}

function checkLogs({ logs }: ServiceRecord, report: Reporter): void {
  report.unless(LOG_RETENTION_DAYS.includes(logs.retentionDays), {
    code: "retention",
    path: "logs.retentionDays",
    got: logs.retentionDays,
    wanted: `one of ${LOG_RETENTION_DAYS.slice(0, 12).join(", ")} … days`,
    fix: "Pick the next value CloudWatch has.",
  });
  report.wholeNumber("logs.bufferMiB", logs.bufferMiB, 1, 128, "MiB");
  if (logs.router !== null) report.wholeNumber("logs.router.memoryMiB", logs.router.memoryMiB, 6, 2048, "MiB");
  report.unless(logs.kmsKeyArn === null || /^arn:[a-z-]+:kms:/.test(logs.kmsKeyArn), {
    code: "key",
    path: "logs.kmsKeyArn",
    got: logs.kmsKeyArn,
    wanted: "the ARN of a KMS key: CloudWatch Logs takes no alias",
    fix: "Give the key's ARN.",
  });
}

function checkAlarms(record: ServiceRecord, report: Reporter): void {
  const { alarms, route, serviceConnect } = record;
  for (const key of ["memoryPercent", "cpuPercent", "errorPercent"] as const)
    report.number(`alarms.${key}`, alarms[key], 0.1, 100, "percent");
  report.wholeNumber("alarms.latencyP95Ms", alarms.latencyP95Ms, 1, 600000, "ms");
  report.wholeNumber("alarms.minimumRequestsPerMinute", alarms.minimumRequestsPerMinute, 1, 1000000, "requests");
  const watchable = {
    "tasks-missing": runningFloor(record) > 0,
    "memory-high": true,
    "cpu-high": true,
    "errors-5xx": route !== null || serviceConnect !== null,
    "latency-p95": route !== null,
  };
  for (const [n, kind] of alarms.kinds.entries())
    report.unless(watchable[kind] === true && alarms.kinds.indexOf(kind) === n, {
      code: "alarm",
      path: `alarms.kinds[${n}]`,
      got: kind,
      wanted: `each once, of ${ALARM_KINDS.filter((known) => watchable[known]).join(", ")}: the rest has no metric here`,
      fix: "Remove the alarm.",
    });
}
