import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { addWatch, alert, watchTasks } from "../testing/fixture-monitoring.ts";
import { testRule } from "../testing/test-rule.ts";
import { alertsHaveRunbooks } from "./alerts-have-runbooks.ts";

const linking = (runbook_url?: string) => {
  const { annotations } = alert();
  return alert({ annotations: { ...annotations, runbook_url } });
};
const task = (rule: object) => watchTasks((watched) => watched.rules.push(rule));
const object = (rule: unknown) =>
  resource("kubernetes:monitoring.coreos.com/v1:PrometheusRule", { spec: { groups: [{ rules: [rule] }] } });
const managed = (rule: object) =>
  resource("aws:amp/ruleGroupNamespace:RuleGroupNamespace", { data: JSON.stringify({ groups: [{ rules: [rule] }] }) });

export const mutant: Mutant = (graph) =>
  addWatch(graph, (watched) => watched.rules.push(linking("https://x/docs/runbooks/nobody-wrote-it.md")));

testRule(alertsHaveRunbooks, {
  passes: {
    "a page that is there": task(alert()),
    "an object": object(alert()),
    "a managed one": managed(alert()),
    "a recording rule": object({ record: "a:b:c", expr: "1" }),
    "data that is no JSON": resource("aws:amp/ruleGroupNamespace:RuleGroupNamespace", { data: "groups: []" }),
  },
  fails: {
    "no link": [task(linking()), /TooSlow/],
    "a page nobody wrote": [object(linking("https://x/docs/runbooks/nobody.md")), /nobody\.md/],
    "somebody's home page": [managed(linking("https://example.com/")), /example\.com/],
  },
  unknown: object({ alert: UNKNOWN }),
  mutant,
});
