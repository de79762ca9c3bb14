import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { fixtureTags } from "../testing/fixture-tags.ts";
import { testRule } from "../testing/test-rule.ts";
import { costTagsPresent } from "./cost-tags-present.ts";

const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const { Owner: _, ...ownerless } = fixtureTags();
const listed = Object.entries(fixtureTags()).map(([key, value]) => ({ key, value, propagateAtLaunch: true }));

export const mutant: Mutant = (graph) => edit(graph, GROUP, (props) => delete props.tags.Owner);

testRule(costTagsPresent, {
  passes: {
    "all six": resource(GROUP, { tags: fixtureTags() }),
    "more than six": resource(GROUP, { tags: { ...fixtureTags(), Name: "x" } }),
    "the list form": resource("aws:autoscaling/group:Group", { tags: listed }),
    "a type that cannot be tagged": resource("aws:ec2/route:Route", {}),
    "a component": resource("pyairtable:ecs:Service", {}),
  },
  fails: {
    "no tags at all": [resource(GROUP, {}), /"Project","Environment","Service"/],
    "one missing": [
      resource(GROUP, { tags: ownerless }),
      /platform \(LogGroup\): cost tags missing\n {2}got {5}\["Owner"\]/,
    ],
    "one empty": [resource(GROUP, { tags: { ...fixtureTags(), Owner: "" } }), /Owner/],
  },
  unknown: resource(GROUP, { tags: { ...fixtureTags(), Owner: UNKNOWN } }),
  mutant,
});
