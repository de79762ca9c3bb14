import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { eksAddOnVersionPinned } from "./eks-add-on-version-pinned.ts";

const ADD_ON = "aws:eks/addon:Addon";
const addOn = (addonVersion?: string) => resource(ADD_ON, { addonName: "coredns", addonVersion });

export const mutant: Mutant = (graph) => edit(graph, ADD_ON, (props) => delete props.addonVersion);

testRule(eksAddOnVersionPinned, {
  passes: { pinned: addOn("v1.12.4-eksbuild.1") },
  fails: {
    "whatever is newest": [addOn(), /version of coredns\n {2}got {5}nothing/],
    "a word": [addOn("latest"), /"latest"/],
  },
  unknown: addOn(UNKNOWN),
  mutant,
});
