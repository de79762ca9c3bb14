import { type Diagnostic, nearest, show } from "@pyairtable/diagnostics";
import { isAlert } from "@pyairtable/slo";
import type { RuleFile } from "./rule-file.ts";

/** Alerts whose page is not among `pages`, the names of docs/runbooks without their ending. */
export function checkRunbooks(files: readonly RuleFile[], pages: readonly string[]): readonly Diagnostic[] {
  const alerts = files.flatMap(({ groups }) => groups.flatMap(({ rules }) => rules.filter(isAlert)));
  const missing = new Map(alerts.filter(({ runbook }) => !pages.includes(runbook)).map((rule) => [rule.alert, rule]));
  return [...missing.values()].map(({ alert, runbook }) => {
    const meant = nearest(runbook, pages);
    return {
      code: "monitoring.runbook",
      path: `alert ${alert}`,
      got: show(runbook),
      wanted: "a page of docs/runbooks",
      fix:
        meant === undefined ? `Write docs/runbooks/${runbook}.md.` : `Write ${meant}, or docs/runbooks/${runbook}.md.`,
    };
  });
}
