import type { Diagnostic } from "@pyairtable/diagnostics";
import type { MonitoringSettings } from "../settings/args.ts";

/** Labels that recording rules and alerts set; scraping or federation that sets them too would split or hide series. */
export const RULE_LABELS: ReadonlySet<string> = new Set([
  "service",
  "slo",
  "owner",
  "tier",
  "domain",
  "runtime",
  "severity",
  "replica",
  "resource",
  "quantile",
  "le",
  "alertname",
]);
/** The label that every target must have; the one in the list above that scraping sets on purpose. */
export const SERVICE_LABEL = "service";
const NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** External labels and target labels that clash with a rule's, with each other, or are no label names. */
export function labelClashes(settings: Pick<MonitoringSettings, "externalLabels" | "targetLabels">): Diagnostic[] {
  const found: Diagnostic[] = [];
  const add = (path: string, label: string, wanted: string, fix: string) =>
    found.push({ code: "monitoring.label-clash", path: `monitoring.${path}`, got: label, wanted, fix });

  const external = Object.keys(settings.externalLabels);
  for (const [path, labels] of [
    ["externalLabels", external],
    ["targetLabels", settings.targetLabels],
  ] as const) {
    for (const label of labels) {
      if (!NAME.test(label) || label.startsWith("__"))
        add(path, label, "letters, digits and underscores, not starting with two of them", "Rename it.");
      else if (RULE_LABELS.has(label))
        add(path, label, "a label that no rule sets", "Rename it: rules and alerts set this one themselves.");
    }
  }
  for (const label of settings.targetLabels) {
    if (external.includes(label))
      add("targetLabels", label, "a label that is not external too", "Remove it from one of the two.");
  }
  for (const [label, count] of counts(settings.targetLabels))
    if (count > 1) add("targetLabels", label, "each label once", "Remove the second.");
  return found;
}

function counts(words: readonly string[]): Map<string, number> {
  const result = new Map<string, number>();
  for (const word of words) result.set(word, (result.get(word) ?? 0) + 1);
  return result;
}
