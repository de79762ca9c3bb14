import { add } from "../testing/add.ts";
import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { instanceTypeAllowed } from "./instance-type-allowed.ts";

const INSTANCE = "aws:ec2/instance:Instance";
const of = (instanceType?: string) => resource(INSTANCE, { instanceType });

export const mutant: Mutant = (graph) =>
  add(graph, INSTANCE, { instanceType: "m7i.4xlarge", metadataOptions: { httpTokens: "required" } });

testRule(instanceTypeAllowed, {
  config: { types: ["t4g.nano"] },
  passes: { "an allowed type": of("t4g.nano"), "a type from a launch template": of() },
  fails: {
    "a large one": [of("m7i.4xlarge"), /one of t4g.nano/],
    "one in a launch template": [
      resource("aws:ec2/launchTemplate:LaunchTemplate", { instanceType: "m7i.large" }),
      /m7i.large/,
    ],
  },
  unknown: of(UNKNOWN),
  mutant,
});
