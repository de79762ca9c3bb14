import { add } from "../testing/add.ts";
import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { imdsv2Required } from "./imdsv2-required.ts";

const INSTANCE = "aws:ec2/instance:Instance";
const of = (metadataOptions?: object) => resource(INSTANCE, { metadataOptions });

export const mutant: Mutant = (graph) =>
  add(graph, INSTANCE, { instanceType: "t4g.nano", metadataOptions: { httpTokens: "optional" } });

testRule(imdsv2Required, {
  passes: { tokens: of({ httpTokens: "required" }), "no metadata at all": of({ httpEndpoint: "disabled" }) },
  fails: {
    optional: [of({ httpTokens: "optional" }), /"optional"/],
    "not stated": [of(), /nothing/],
    "a launch template": [resource("aws:ec2/launchTemplate:LaunchTemplate", {}), /required/],
  },
  unknown: of({ httpTokens: UNKNOWN }),
  mutant,
});
