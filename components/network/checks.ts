import { LOG_RETENTION_DAYS } from "@pyairtable/aws-facts";
import { type Diagnostic, show } from "@pyairtable/diagnostics";
import { COST_TAG_KEYS, type CostTags } from "@pyairtable/plan";

type Problem = Omit<Diagnostic, "got"> & { readonly got: unknown };

/** Gathers the problems of one component's args. */
export class Checks {
  readonly found: Diagnostic[] = [];

  /** Notes the problem unless `ok`; its path is the arg's. */
  expect(ok: boolean, problem: Problem): boolean {
    if (!ok) this.found.push({ ...problem, got: show(problem.got) });
    return ok;
  }

  retention(path: string, days: number): void {
    const wanted = `days that CloudWatch Logs has: ${LOG_RETENTION_DAYS.join(", ")}`;
    this.expect(LOG_RETENTION_DAYS.includes(days), {
      path,
      code: "network.retention",
      got: days,
      wanted,
      fix: "Take the nearest of them.",
    });
  }

  tags(tags: CostTags): void {
    for (const key of COST_TAG_KEYS) {
      const value: unknown = (tags as Partial<CostTags> | undefined)?.[key];
      const ok = typeof value === "string" && /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,256}$/u.test(value);
      const wanted = "1 to 256 letters, digits, spaces or _ . : / = + - @";
      this.expect(ok, {
        path: `tags.${key}`,
        code: "network.tag",
        got: value,
        wanted,
        fix: "Make the tags with costTags().",
      });
    }
  }
}
