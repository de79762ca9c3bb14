import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { fixtureTags } from "../testing/fixture-tags.ts";
import { testRule } from "../testing/test-rule.ts";
import { costTagValuesAllowed } from "./cost-tag-values-allowed.ts";

const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const tagged = (tags: object) => resource(GROUP, { tags: { ...fixtureTags(), ...tags } });

export const mutant: Mutant = (graph) => edit(graph, GROUP, (props) => (props.tags.ManagedBy = "hand"));

testRule(costTagValuesAllowed, {
  passes: { "known values": tagged({}), "no tags, which is another rule's": resource(GROUP, {}) },
  fails: {
    "a stranger as manager": [
      tagged({ ManagedBy: "terraform" }),
      /tag ManagedBy[\s\S]*"terraform"[\s\S]*one of pulumi/,
    ],
    "another project": [tagged({ Project: "other" }), /tag Project/],
    "a misspelt environment": [tagged({ Environment: "production" }), /one of dev, prod/],
  },
  unknown: tagged({ Project: UNKNOWN }),
  mutant,
});
