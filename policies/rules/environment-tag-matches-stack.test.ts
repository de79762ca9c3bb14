import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { environmentTagMatchesStack } from "./environment-tag-matches-stack.ts";

const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const of = (Environment: string) => resource(GROUP, { tags: { Environment } });

export const mutant: Mutant = (graph) => edit(graph, GROUP, (props) => (props.tags.Environment = "dev"));

testRule(environmentTagMatchesStack, {
  passes: { "the stack": of("prod"), "no tags": resource(GROUP, {}) },
  fails: { "another stack's tags": [of("dev"), /got {5}"dev"\n {2}wanted {2}prod/] },
  unknown: of(UNKNOWN),
  mutant,
});
