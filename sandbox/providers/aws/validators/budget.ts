import { list, numeric, objects, type Properties } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import { Findings, isGiven } from "./findings.ts";

const CODE = "InvalidParameterException";
const TYPES = ["COST", "USAGE", "SAVINGS_PLANS_UTILIZATION", "RI_UTILIZATION", "SAVINGS_PLANS_COVERAGE", "RI_COVERAGE"];
const EMAILS_MAXIMUM = 10;

export function budget(inputs: Properties): Violation[] {
  const findings = new Findings();
  findings.oneOf("budgetType", inputs.budgetType, TYPES, CODE);
  findings.oneOf("timeUnit", inputs.timeUnit, ["DAILY", "MONTHLY", "QUARTERLY", "ANNUALLY", "CUSTOM"], CODE);
  findings.exactlyOne(inputs, ["limitAmount", "autoAdjustData", "plannedLimits"], "limitAmount", CODE);
  const limit = numeric(inputs.limitAmount);
  if (limit !== undefined && limit <= 0)
    findings.refuse("limitAmount", limit, "an amount over 0", `${CODE}: Budget limit must be positive`);
  findings.matches(
    "timePeriodStart",
    inputs.timePeriodStart,
    /^\d{4}-\d\d-\d\d_\d\d:\d\d$/,
    "yyyy-mm-dd_hh:mm",
    `${CODE}: Invalid time period`,
  );
  for (const { index, item } of objects(inputs.costFilters)) {
    if (item.name !== "TagKeyValue") continue;
    for (const [i, value] of list(item.values).entries()) {
      findings.matches(
        `costFilters[${index}].values[${i}]`,
        value,
        /^(user|aws):[^$]+\$.+$/,
        "user:Key$Value",
        `${CODE}: a tag filter of another form matches no cost`,
      );
    }
  }
  for (const { index, item } of objects(inputs.notifications))
    checkNotification(findings, `notifications[${index}]`, item);
  return findings.violations;
}

function checkNotification(findings: Findings, at: string, item: Properties): void {
  findings.oneOf(`${at}.comparisonOperator`, item.comparisonOperator, ["GREATER_THAN", "LESS_THAN", "EQUAL_TO"], CODE);
  findings.oneOf(`${at}.notificationType`, item.notificationType, ["ACTUAL", "FORECASTED"], CODE);
  findings.oneOf(`${at}.thresholdType`, item.thresholdType, ["PERCENTAGE", "ABSOLUTE_VALUE"], CODE);
  const threshold = numeric(item.threshold);
  if (threshold !== undefined && threshold <= 0)
    findings.refuse(`${at}.threshold`, threshold, "a number over 0", `${CODE}: Invalid threshold`);
  if (!isGiven(item.subscriberEmailAddresses) && !isGiven(item.subscriberSnsTopicArns))
    findings.refuse(at, undefined, "an e-mail address or an SNS topic", `${CODE}: a notification needs a subscriber`);
  const emails = list(item.subscriberEmailAddresses).length;
  if (emails > EMAILS_MAXIMUM)
    findings.refuse(
      `${at}.subscriberEmailAddresses`,
      emails,
      `at most ${EMAILS_MAXIMUM}`,
      `${CODE}: too many subscribers`,
    );
}
