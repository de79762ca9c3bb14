import { COST_TAG_KEYS, type CostTags } from "@pyairtable/plan";
import type { Reporter } from "./reporter.ts";

interface Place {
  readonly project: string;
  readonly environment: string;
  readonly region: string;
  readonly accountId: string;
  readonly tags: CostTags;
}

/** Where it is and who pays: what every component of an environment is told alike. */
export function checkPlace(place: Place, { unless }: Reporter): void {
  for (const path of ["project", "environment"] as const)
    unless(/^[a-z][a-z0-9-]{1,31}$/.test(place[path]), {
      code: "name",
      path,
      got: place[path],
      wanted: "2 to 32 of a-z 0-9 -, a letter first",
      fix: `Rename ${path}.`,
    });
  unless(/^[a-z]{2}(-[a-z]+)+-\d$/.test(place.region), {
    code: "region",
    path: "region",
    got: place.region,
    wanted: "an AWS region, such as us-east-1",
    fix: "Give the region of the environment.",
  });
  unless(/^\d{12}$/.test(place.accountId), {
    code: "account",
    path: "accountId",
    got: place.accountId,
    wanted: "twelve digits, as text",
    fix: "Give the account's id as a plain string.",
  });
  for (const key of COST_TAG_KEYS)
    unless((place.tags?.[key] ?? "").trim() !== "", {
      code: "tag",
      path: `tags.${key}`,
      got: place.tags?.[key],
      wanted: "a value: cost is allocated by it",
      fix: "Build the tags with costTags().",
    });
}
