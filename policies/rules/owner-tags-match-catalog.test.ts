import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { ownerTagsMatchCatalog } from "./owner-tags-match-catalog.ts";

const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const of = (tags: object) => resource(GROUP, { tags: { Service: "record-service", ...tags } });

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    GROUP,
    (props) => (props.tags.Owner = "team-other"),
    ({ props }) => props.tags.Service === "record-service",
  );

testRule(ownerTagsMatchCatalog, {
  passes: {
    "the catalog's": of({ Owner: "team-records", CostCenter: "cc-1300" }),
    "what all share": of({ Service: "platform", Owner: "anyone" }),
    "no tags": resource(GROUP, {}),
  },
  fails: {
    "another team": [of({ Owner: "team-other" }), /tag Owner[\s\S]*team-records, as the catalog says/],
    "another cost centre": [of({ CostCenter: "cc-1100" }), /tag CostCenter/],
  },
  unknown: of({ Owner: UNKNOWN }),
  mutant,
});
