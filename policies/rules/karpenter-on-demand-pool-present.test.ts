import { remove } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { nodePool, requirements } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { karpenterOnDemandPoolPresent } from "./karpenter-on-demand-pool-present.ts";

const pool = (...types: string[]) =>
  nodePool({ template: { spec: { requirements: requirements({ "karpenter.sh/capacity-type": types }) } } });

export const mutant: Mutant = (graph) =>
  remove(
    graph,
    ({ type, props }) =>
      type === "kubernetes:karpenter.sh/v1:NodePool" &&
      !JSON.stringify(props.spec.template.spec.requirements).includes('"spot"'),
  );

testRule(karpenterOnDemandPoolPresent, {
  passes: {
    "a pool of each": [pool("spot"), pool("on-demand")],
    "one that falls back beside": [pool("spot", "on-demand"), pool("on-demand")],
    "Karpenter's default": nodePool({}),
  },
  fails: {
    "Spot alone": [[pool("spot"), pool("spot")], /capacity types of the pools\n {2}got {5}\["spot","spot"\]/],
    "one for both": [pool("spot", "on-demand"), /\["spot, on-demand"\]/],
  },
  unknown: nodePool({ template: { spec: { requirements: UNKNOWN } } }),
  mutant,
});
