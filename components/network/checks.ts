import { LOG_RETENTION_DAYS } from "@pyairtable/aws-facts";
import { type Diagnostic, show } from "@pyairtable/diagnostics";
import { COST_TAG_KEYS, type CostTags } from "@pyairtable/plan";

/** Gathers the problems of one component's args; `subject` is its type and name. */
export class Checks {
  readonly found: Diagnostic[] = [];

  /** Notes a problem of the arg at `path` unless `ok`. */
  expect(ok: boolean, path: string, code: string, got: unknown, wanted: string, fix: string): boolean {
    if (!ok) this.found.push({ code, path, got: show(got), wanted, fix });
    return ok;
  }

  retention(path: string, days: number): void {
    const wanted = `days that CloudWatch Logs has: ${LOG_RETENTION_DAYS.join(", ")}`;
    this.expect(
      LOG_RETENTION_DAYS.includes(days),
      path,
      "network.retention",
      days,
      wanted,
      "Take the nearest of them.",
    );
  }

  tags(tags: CostTags): void {
    for (const key of COST_TAG_KEYS) {
      const value: unknown = (tags as Partial<CostTags> | undefined)?.[key];
      const ok = typeof value === "string" && /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,256}$/u.test(value);
      const wanted = "1 to 256 letters, digits, spaces or _ . : / = + - @";
      this.expect(ok, `tags.${key}`, "network.tag", value, wanted, "Make the tags with costTags().");
    }
  }
}
