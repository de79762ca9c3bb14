import { COST_TAG_KEYS } from "@pyairtable/plan";
import type { Reporter } from "../../shared/index.ts";
import { isDnsLabel, isLabelValue } from "../shared/index.ts";
import type { WorkloadRecord } from "./record.ts";

/** Names are DNS labels, since a Service is found by them; what becomes a label fits into one. */
export function checkNames(record: WorkloadRecord, { unless }: Reporter): void {
  for (const path of ["service", "namespace"] as const)
    unless(isDnsLabel(record[path]), {
      code: "name",
      path,
      got: record[path],
      wanted: "1 to 63 of a-z 0-9 -, a letter first, no hyphen last",
      fix: `Rename the ${path}: it becomes a DNS name.`,
    });
  unless(isLabelValue(record.domain ?? "") && record.domain !== "", {
    code: "label",
    path: "domain",
    got: record.domain,
    wanted: "1 to 63 of letters, digits, - _ .",
    fix: "Rename the domain: it becomes a label.",
  });
  for (const key of COST_TAG_KEYS) {
    const value = record.tags?.[key] ?? "";
    unless(value !== "" && isLabelValue(value), {
      code: "label",
      path: `tags.${key}`,
      got: record.tags?.[key],
      wanted: "1 to 63 of letters, digits, - _ .: cost is allocated by it",
      fix: "Build the tags with costTags(), of values that a label may hold.",
    });
  }
}
