/** Unit tests of the rules as promtool reads them: one file a suite, beside the rule files of a small plan. */
import { stringify } from "yaml";
import { alertmanagerConfig } from "../alertmanager/config.ts";
import { defaultAlerting } from "../alertmanager/defaults.ts";
import { type RouteCase, routeCases } from "../alertmanager/route-cases.ts";
import { ruleFileYaml } from "../model/rule-file.ts";
import { ruleFiles } from "../rule-files.ts";
import { normaliseSettings } from "../settings/normalise.ts";
import { fixturePlan } from "../testing/fixture.ts";
import { isAlertCase, type Suite } from "./case.ts";
import { healthSuite } from "./health.ts";
import { driftSuite, kubernetesSuite } from "./kubernetes.ts";
import { monitoringSuite } from "./monitoring.ts";
import { oneDimensionSuite } from "./one-dimension.ts";
import { costJumpSuite, costSuite, spotSuite } from "./platform.ts";
import { resourceSuite } from "./resources.ts";
import { sloSuite } from "./slo.ts";
import { sloReferenceSuite } from "./slo-reference.ts";
import { promtoolTest } from "./to-promtool.ts";
import { correlationSuite, hysteresisSuite, sizesSuite, usageSuite } from "./usage.ts";

export type { AlertCase, ExpressionCase, Input, Suite } from "./case.ts";
export { isAlertCase } from "./case.ts";

export const RULE_TEST_SUITES: readonly Suite[] = [
  sloSuite,
  sloReferenceSuite,
  healthSuite,
  resourceSuite,
  usageSuite,
  sizesSuite,
  hysteresisSuite,
  oneDimensionSuite,
  correlationSuite,
  costSuite,
  costJumpSuite,
  spotSuite,
  kubernetesSuite,
  driftSuite,
  monitoringSuite,
];

/** A file to write into an empty folder. */
export interface TestFile {
  readonly name: string;
  readonly content: string;
}

/** Rule files of the fixture and `<suite>.test.yaml` for each suite. */
export function ruleTestFiles(): readonly TestFile[] {
  const plan = fixturePlan();
  // One evaluation a minute, as the suites do: counts over long windows multiply by the interval.
  const settings = normaliseSettings(plan, { scrapeIntervalSeconds: 60 });
  const files = ruleFiles(plan, settings);
  const groups = new Map(files.map((file) => [file.name, file.groups.map(({ name }) => name)]));
  const rules = files.map((file) => ({
    name: `${file.name}.rules.yaml`,
    content: ruleFileYaml(file, settings, "Generated for a test run"),
  }));
  const tests = RULE_TEST_SUITES.map((suite) => ({
    name: `${suite.name}.test.yaml`,
    content: promtoolTest(suite, groups),
  }));
  return [...rules, ...tests];
}

/** Cases an alert has, by name: how many fire and how many don't. */
export function casesByAlert(): ReadonlyMap<string, { readonly fires: number; readonly silent: number }> {
  const counts = new Map<string, { fires: number; silent: number }>();
  for (const one of RULE_TEST_SUITES.flatMap(({ cases }) => cases).filter(isAlertCase)) {
    const count = counts.get(one.alert) ?? { fires: 0, silent: 0 };
    if (one.fires.length > 0) count.fires++;
    else count.silent++;
    counts.set(one.alert, count);
  }
  return counts;
}

/** The fixture's Alertmanager configuration and who must get which alert of it. */
export function routeTestFiles(): { readonly config: TestFile; readonly cases: readonly RouteCase[] } {
  const plan = fixturePlan();
  const alerting = defaultAlerting(plan);
  const files = ruleFiles(plan, normaliseSettings(plan));
  return {
    config: { name: "alertmanager.yaml", content: stringify(alertmanagerConfig(alerting), { lineWidth: 0 }) },
    cases: routeCases(plan, alerting, files),
  };
}
