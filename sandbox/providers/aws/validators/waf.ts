import { isObject, numeric, objects, type Properties, text, type Value } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import table from "../data/waf-capacity.json" with { type: "json" };
import { Findings } from "./findings.ts";
import type { Context } from "./validator.ts";

const CODE = "WAFInvalidParameterException";
const managed: Readonly<Record<string, number>> = table.unitsByManagedGroup;

export function webAcl(inputs: Properties, { region }: Context): Violation[] {
  const findings = new Findings();
  findings.oneOf("scope", inputs.scope, ["REGIONAL", "CLOUDFRONT"], CODE);
  const home = text(inputs.region) ?? region;
  if (inputs.scope === "CLOUDFRONT" && home !== "us-east-1")
    findings.refuse("scope", "CLOUDFRONT", "the region us-east-1", `${CODE}: The scope is not valid in ${home}`);
  findings.exactlyOne(
    isObject(inputs.defaultAction) ? inputs.defaultAction : {},
    ["allow", "block"],
    "defaultAction",
    CODE,
  );
  checkVisibility(findings, "visibilityConfig", inputs.visibilityConfig);
  const names = new Set<Value>();
  const priorities = new Set<Value>();
  for (const { index, item } of objects(inputs.rules)) {
    const at = `rules[${index}]`;
    if (names.has(item.name ?? null))
      findings.refuse(`${at}.name`, item.name, "a name that is used once", `${CODE}: rule names must be unique`);
    if (priorities.has(item.priority ?? null))
      findings.refuse(
        `${at}.priority`,
        item.priority,
        "a priority that is used once",
        `${CODE}: rule priorities must be unique`,
      );
    names.add(item.name ?? null);
    priorities.add(item.priority ?? null);
    checkVisibility(findings, `${at}.visibilityConfig`, item.visibilityConfig);
    checkRule(findings, at, item);
  }
  const units = webAclCapacity(inputs);
  if (units > table.maximumUnits)
    findings.refuse(
      "rules",
      units,
      `at most ${table.maximumUnits} capacity units`,
      `WAFLimitsExceededException: the web ACL needs too many capacity units`,
    );
  return findings.violations;
}

/** Web ACL capacity units (WCU) of all rules. */
export function webAclCapacity(inputs: Properties): number {
  return objects(inputs.rules).reduce((sum, { item }) => sum + unitsOf(item.statement), 0);
}

function unitsOf(statement: Value | undefined): number {
  if (!isObject(statement)) return 0;
  if (isObject(statement.managedRuleGroupStatement))
    return managed[text(statement.managedRuleGroupStatement.name) ?? ""] ?? 0;
  if (isObject(statement.rateBasedStatement))
    return table.unitsOfRateRule + unitsOf(statement.rateBasedStatement.scopeDownStatement);
  return table.unitsOfPlainStatement;
}

function checkRule(findings: Findings, at: string, rule: Properties): void {
  const statement = isObject(rule.statement) ? rule.statement : {};
  const isGroup =
    statement.managedRuleGroupStatement !== undefined || statement.ruleGroupReferenceStatement !== undefined;
  const [wanted, other] = isGroup ? ["overrideAction", "action"] : ["action", "overrideAction"];
  if (rule[wanted!] === undefined || rule[other!] !== undefined)
    findings.refuse(
      `${at}.${wanted}`,
      rule[wanted!],
      `${wanted}, and no ${other}`,
      `${CODE}: a rule ${isGroup ? "with" : "without"} a rule group takes ${wanted}`,
    );
  const rate = isObject(statement.rateBasedStatement) ? statement.rateBasedStatement : undefined;
  if (rate === undefined) return;
  findings.range(`${at}.statement.rateBasedStatement.limit`, rate.limit, 10, 2_000_000_000, "requests", CODE);
  const window = numeric(rate.evaluationWindowSec);
  if (window !== undefined && ![60, 120, 300, 600].includes(window))
    findings.refuse(
      `${at}.statement.rateBasedStatement.evaluationWindowSec`,
      window,
      "60, 120, 300 or 600",
      `${CODE}: Invalid window`,
    );
}

function checkVisibility(findings: Findings, path: string, value: Value | undefined): void {
  if (!isObject(value)) return;
  findings.matches(
    `${path}.metricName`,
    value.metricName,
    /^(?!All$|Default_Action$)[\w#:./-]{1,255}$/,
    "1 to 255 letters, digits and _#:./-",
    `${CODE}: Invalid metric name`,
  );
}
