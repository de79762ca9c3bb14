import { LOG_RETENTION_DAYS } from "@pyairtable/aws-facts";
import { isObject, list, numeric, objects, type Properties, text } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import { Findings, isGiven, parseJson } from "./findings.ts";
import { checkSchedule } from "./schedule-expression.ts";

const CODE = "ValidationError";
const COMPARISONS = [
  "GreaterThanOrEqualToThreshold",
  "GreaterThanThreshold",
  "LessThanThreshold",
  "LessThanOrEqualToThreshold",
  "LessThanLowerOrGreaterThanUpperThreshold",
  "LessThanLowerThreshold",
  "GreaterThanUpperThreshold",
];
const STATISTICS = ["SampleCount", "Average", "Sum", "Minimum", "Maximum"];
const MISSING = ["breaching", "notBreaching", "ignore", "missing"];
const SHORT_PERIODS = [10, 20, 30];
const DAY_SECONDS = 86_400;
const HOUR_SECONDS = 3600;

export function logGroup(inputs: Properties): Violation[] {
  const findings = new Findings();
  const days = numeric(inputs.retentionInDays);
  if (days !== undefined && days !== 0 && !LOG_RETENTION_DAYS.includes(days)) {
    findings.refuse(
      "retentionInDays",
      days,
      `one of ${LOG_RETENTION_DAYS.join(", ")}, or 0 for ever`,
      "InvalidParameterException: Invalid retention value",
    );
  }
  findings.oneOf(
    "logGroupClass",
    inputs.logGroupClass,
    ["STANDARD", "INFREQUENT_ACCESS", "DELIVERY"],
    "InvalidParameterException",
  );
  return findings.violations;
}

export function metricAlarm(inputs: Properties): Violation[] {
  const findings = new Findings();
  findings.oneOf("comparisonOperator", inputs.comparisonOperator, COMPARISONS, CODE);
  findings.oneOf("statistic", inputs.statistic, STATISTICS, CODE);
  findings.matches(
    "extendedStatistic",
    inputs.extendedStatistic,
    /^(p(100|\d{1,2}(\.\d{1,10})?)|(tm|tc|ts|wm|TM|TC|TS|WM|PR|IQM).*)$/,
    "p0 to p100, or tm, tc, ts, wm, PR, IQM",
    `${CODE}: Invalid statistic`,
  );
  findings.oneOf("treatMissingData", inputs.treatMissingData, MISSING, CODE);
  findings.exactlyOne(
    inputs,
    ["metricName", "metricQueries"],
    "metricName",
    `${CODE}: An alarm watches one metric or one expression`,
  );
  findings.exactlyOne(inputs, ["threshold", "thresholdMetricId"], "threshold", `${CODE}: An alarm needs one threshold`);
  const evaluations = numeric(inputs.evaluationPeriods);
  findings.range("evaluationPeriods", evaluations, 1, 10_000, "periods", CODE);
  const points = numeric(inputs.datapointsToAlarm);
  if (points !== undefined && evaluations !== undefined && (points < 1 || points > evaluations)) {
    findings.refuse(
      "datapointsToAlarm",
      points,
      `1 to evaluationPeriods, ${evaluations}`,
      `${CODE}: DatapointsToAlarm must be less than or equal to EvaluationPeriods`,
    );
  }
  if (isGiven(inputs.metricName)) {
    for (const key of ["namespace", "period"])
      if (!isGiven(inputs[key]))
        findings.refuse(key, undefined, `a ${key}`, `${CODE}: an alarm on a metric needs ${key}`);
    findings.exactlyOne(
      inputs,
      ["statistic", "extendedStatistic"],
      "statistic",
      `${CODE}: an alarm on a metric needs one statistic`,
    );
  }
  checkPeriod(findings, "period", numeric(inputs.period), evaluations);
  checkQueries(findings, inputs, evaluations);
  for (const key of ["alarmActions", "okActions", "insufficientDataActions"]) {
    const actions = list(inputs[key]);
    if (actions.length > 5) findings.refuse(key, actions.length, "at most 5 actions", `${CODE}: too many actions`);
    for (const [index, action] of actions.entries())
      findings.matches(`${key}[${index}]`, action, /^arn:aws[a-z-]*:.+/, "an ARN", `${CODE}: Invalid action`);
  }
  return findings.violations;
}

function checkPeriod(
  findings: Findings,
  path: string,
  seconds: number | undefined,
  evaluations: number | undefined,
): void {
  if (seconds === undefined) return;
  if (!SHORT_PERIODS.includes(seconds) && (seconds <= 0 || seconds % 60 !== 0))
    findings.refuse(
      path,
      seconds,
      "10, 20, 30 or a multiple of 60 seconds",
      `${CODE}: Period must be 10, 20, 30 or a multiple of 60`,
    );
  const longest = seconds >= HOUR_SECONDS ? 7 * DAY_SECONDS : DAY_SECONDS;
  if (evaluations !== undefined && seconds * evaluations > longest)
    findings.refuse(
      path,
      seconds * evaluations,
      `period times evaluationPeriods of at most ${longest} seconds`,
      `${CODE}: Metrics cannot be checked across more than ${longest === DAY_SECONDS ? "a day" : "seven days"}`,
    );
}

function checkQueries(findings: Findings, inputs: Properties, evaluations: number | undefined): void {
  const queries = objects(inputs.metricQueries);
  const ids = new Set<string>();
  for (const { index, item } of queries) {
    const at = `metricQueries[${index}]`;
    findings.matches(
      `${at}.id`,
      item.id,
      /^[a-z][A-Za-z0-9_]{0,254}$/,
      "letters, digits and _, a lower case letter first",
      `${CODE}: Invalid metric query id`,
    );
    if (ids.has(String(item.id)))
      findings.refuse(`${at}.id`, item.id, "an id that is used once", `${CODE}: metric query ids must be unique`);
    ids.add(String(item.id));
    findings.exactlyOne(item, ["expression", "metric"], at, CODE);
    if (isObject(item.metric)) checkPeriod(findings, `${at}.metric.period`, numeric(item.metric.period), evaluations);
  }
  const returned = queries.filter(({ item }) => item.returnData === true).length;
  if (queries.length > 0 && returned !== 1)
    findings.refuse(
      "metricQueries",
      returned,
      "returnData: true on exactly one query",
      `${CODE}: Exactly one element of the metrics list should return data.`,
    );
}

export function eventRule(inputs: Properties): Violation[] {
  const findings = new Findings();
  if (!isGiven(inputs.eventPattern) && !isGiven(inputs.scheduleExpression))
    findings.refuse(
      "eventPattern",
      undefined,
      "eventPattern, scheduleExpression or both",
      "ValidationException: Parameter(s) EventPattern or ScheduleExpression must be specified.",
    );
  checkSchedule(findings, "scheduleExpression", inputs.scheduleExpression, ["cron", "rate"], "ValidationException");
  const pattern = parseJson(findings, "eventPattern", inputs.eventPattern, "InvalidEventPatternException");
  if (pattern === undefined) return findings.violations;
  if (!isObject(pattern))
    findings.refuse(
      "eventPattern",
      pattern,
      "a JSON object",
      "InvalidEventPatternException: Event pattern is not valid",
    );
  else
    for (const [key, value] of Object.entries(pattern))
      if (!Array.isArray(value) && !isObject(value))
        findings.refuse(
          `eventPattern.${key}`,
          value,
          "a list of values",
          `InvalidEventPatternException: "${key}" must be an object or an array`,
        );
  return findings.violations;
}

export function dashboard(inputs: Properties): Violation[] {
  const findings = new Findings();
  findings.matches(
    "dashboardName",
    inputs.dashboardName,
    /^[A-Za-z0-9_-]{1,255}$/,
    "up to 255 letters, digits, - and _",
    "InvalidParameterValue: Invalid dashboard name",
  );
  const body = parseJson(findings, "dashboardBody", inputs.dashboardBody, "InvalidParameterInput");
  const widgets = isObject(body) ? body.widgets : undefined;
  if (body !== undefined && !Array.isArray(widgets))
    findings.refuse(
      "dashboardBody",
      text(inputs.dashboardBody),
      "an object with a list of widgets",
      "InvalidParameterInput: The dashboard body is invalid",
    );
  if (list(widgets).length > 500)
    findings.refuse(
      "dashboardBody",
      list(widgets).length,
      "at most 500 widgets",
      "InvalidParameterInput: The dashboard body is invalid",
    );
  return findings.violations;
}
