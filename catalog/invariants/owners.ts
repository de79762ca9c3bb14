import type { Diagnostic } from "@pyairtable/diagnostics";
import type { Invariant } from "./subject.ts";
import { problem } from "./subject.ts";

const FORMS = {
  owner: { pattern: /^team-[a-z0-9]+(-[a-z0-9]+)*$/, wanted: "team-<name>, lower case", example: "team-records" },
  costCenter: { pattern: /^cc-\d{4}$/, wanted: "cc- and four digits", example: "cc-1300" },
} as const;

/** Owner and cost center are there and in the form the cost-allocation tags use. */
export const ownerInvariant: Invariant = ({ catalog }) =>
  catalog.flatMap((entry) =>
    (["owner", "costCenter"] as const).flatMap((field): Diagnostic[] => {
      const { pattern, wanted, example } = FORMS[field];
      if (pattern.test(entry[field]) && entry[field].length <= 64) return [];
      const code = field === "owner" ? "owner" : "cost-center";
      return [problem(code, `${entry.name}.${field}`, entry[field], wanted, `Write it as ${example}.`)];
    }),
  );
