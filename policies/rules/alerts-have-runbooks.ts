import data from "../data/runbooks.generated.json" with { type: "json" };
import { alertsOf, RULE_TYPES } from "../read/monitoring/rules.ts";
import { type Finding, resourceRule } from "../rule.ts";

const runbooks: ReadonlySet<string> = new Set(data.runbooks);

export const alertsHaveRunbooks = resourceRule({
  id: "alerts-have-runbooks",
  title: "Every alert links to a runbook that exists.",
  severity: "medium",
  remediation: "Write docs/runbooks/<name>.md, name it in the alert, and run `npm run generate`.",
  controls: ["wa:operational-excellence"],
  types: RULE_TYPES,
  *check({ type, props }): Iterable<Finding> {
    for (const { alert, annotations = {} } of alertsOf(type, props)) {
      const url = annotations.runbook_url;
      const page = url === undefined ? undefined : /\/([a-z0-9-]+)\.md$/.exec(url)?.[1];
      if (page !== undefined && runbooks.has(page)) continue;
      yield { what: `runbook of ${alert}`, got: url, wanted: "a page of docs/runbooks", fix: "Write the runbook." };
    }
  },
});
