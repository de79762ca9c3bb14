import { show } from "@pyairtable/diagnostics";
import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** What a schema accepts, in plain words, read off what it refused. */
export function wantedOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected === "int"
        ? "a whole number"
        : `${/^[aeiou]/.test(issue.expected) ? "an" : "a"} ${issue.expected}`;
    case "invalid_value":
      return issue.values.length === 1 ? show(issue.values[0]) : `one of ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return `${issue.inclusive ? "at least" : "more than"} ${issue.minimum}${unitOf(issue.origin)}`;
    case "too_big":
      return `${issue.inclusive ? "at most" : "less than"} ${issue.maximum}${unitOf(issue.origin)}`;
    case "invalid_format":
      return `text matching ${"pattern" in issue ? issue.pattern : issue.format}`;
    case "invalid_union":
      // A discriminator that matches no branch lists the branches; its type does not say so.
      if ("options" in issue) return `one of ${(issue.options as unknown[]).map(String).join(", ")}`;
      return issue.errors.map((branch) => wantedOf(branch[0]!)).join(", or ");
    default:
      return issue.message;
  }
}

function unitOf(origin: string): string {
  if (origin === "string") return " characters";
  return origin === "array" ? " items" : "";
}
