import { fileURLToPath } from "node:url";
import { ruleFiles } from "@pyairtable/monitoring";
import { settingsOf } from "@pyairtable/monitoring/plan";
import { type AlertRule, isAlert } from "@pyairtable/slo";
import { loadPlan } from "../../stacks/config/load.ts";
import { stacksIn } from "../../stacks/config/stack-file.ts";
import { type GeneratedFile, MARKDOWN_NOTICE } from "./lib/generated-file.ts";
import { markdownTable } from "./lib/markdown.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** `docs/runbooks/alerts.md`: every alert of any stack and the page that helps. */
export function generate(): GeneratedFile[] {
  const alerts = new Map<string, { rule: AlertRule; stacks: string[] }>();
  const stacks = stacksIn(ROOT);
  for (const stack of stacks) {
    const plan = loadPlan(stack);
    const rules = ruleFiles(plan, settingsOf(plan.monitoring)).flatMap(({ groups }) =>
      groups.flatMap((group) => group.rules),
    );
    for (const rule of rules.filter(isAlert)) {
      const entry = alerts.get(rule.alert) ?? { rule, stacks: [] };
      entry.stacks.push(stack);
      alerts.set(rule.alert, entry);
    }
  }
  const rows = [...alerts.values()]
    .sort((a, b) => (a.rule.alert < b.rule.alert ? -1 : 1))
    .map(({ rule, stacks: own }) => [
      `[${rule.alert}](${rule.runbook}.md)`,
      rule.severity,
      rule.owner === null ? "the service's" : "platform",
      rule.summary.replaceAll(/\{\{ \$labels\.(\w+) \}\}/g, "<$1>"),
      own.length === stacks.length ? "all" : own.join(", "),
    ]);
  const table = markdownTable(["alert", "severity", "owner", "says", "stacks"], rows);
  return [{ path: "docs/runbooks/alerts.md", content: `${head(rows.length)}\n\n${table}\n` }];
}

function head(count: number): string {
  return `${MARKDOWN_NOTICE}
# Alerts

All ${count}, each with the page that its \`runbook_url\` leads to. \`page\` wakes somebody, \`ticket\` waits for working hours,
\`info\` comes gathered once a day.`;
}
