import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { tagSyntax } from "./tag-syntax.ts";

const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const tagged = (tags: object) => resource(GROUP, { tags });

export const mutant: Mutant = (graph) => edit(graph, GROUP, (props) => (props.tags.Note = "a;b"));

testRule(tagSyntax, {
  passes: {
    "usual tags": tagged({ Name: "a b_c.d:e/f=g+h-i@j" }),
    "no tags": resource(GROUP, {}),
    "letters of any script": tagged({ Name: "Größe" }),
  },
  fails: {
    "a semicolon": [tagged({ Note: "a;b" }), /tag Note[\s\S]*"a;b"/],
    "a key that AWS keeps for itself": [tagged({ "aws:x": "1" }), /tag key/],
    "a value over length": [tagged({ Note: "x".repeat(257) }), /0 to 256/],
    "fifty-one tags": [
      tagged(Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, "v"]))),
      /number of tags/,
    ],
  },
  unknown: tagged({ Note: UNKNOWN }),
  mutant,
});
