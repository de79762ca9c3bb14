import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { limitsMatchStack } from "./limits-match-stack.ts";

const one = resource("aws:ec2/vpc:Vpc", {});

/** A dev stack previewed with prod's limits. */
export const mutant: Mutant = (graph) => {
  for (const resource of graph) {
    resource.urn = resource.urn.replace("urn:pulumi:prod:", "urn:pulumi:dev:");
    const { props, inputs = props } = resource;
    for (const { tags } of [props, inputs]) if (tags?.Environment !== undefined) tags.Environment = "dev";
  }
};

testRule(limitsMatchStack, {
  config: { stack: "prod" },
  passes: { "the stack's own": one, "an empty stack": [] },
  fails: {
    "another stack's": [{ ...one, urn: one.urn.replace(":prod:", ":dev:") }, /limits of prod[\s\S]*limits\/dev.json/],
  },
  unknownIs: { fine: resource("aws:ec2/vpc:Vpc", { cidrBlock: UNKNOWN }) },
  mutant,
});
