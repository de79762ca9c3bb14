import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { nodePool, requirements } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { karpenterSpotDiverse } from "./karpenter-spot-diverse.ts";

const CAPACITY = "karpenter.sh/capacity-type";
const TYPE = "node.kubernetes.io/instance-type";
const CATEGORY = "karpenter.k8s.aws/instance-category";
const pool = (of: Record<string, string[]>) => nodePool({ template: { spec: { requirements: requirements(of) } } });

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    "kubernetes:karpenter.sh/v1:NodePool",
    ({ spec }) => {
      const others = spec.template.spec.requirements.filter(({ key }: { key: string }) => key !== CATEGORY);
      spec.template.spec.requirements = [...others, ...requirements({ [CATEGORY]: ["c"] })];
    },
    ({ props }) => JSON.stringify(props.spec.template.spec.requirements).includes('"spot"'),
  );

testRule(karpenterSpotDiverse, {
  config: { minTypes: 3, minCategories: 2 },
  passes: {
    "by category": pool({ [CAPACITY]: ["spot"], [CATEGORY]: ["c", "m", "r"] }),
    any: pool({ [CAPACITY]: ["spot"] }),
    "enough types": pool({ [CAPACITY]: ["spot"], [TYPE]: ["m7g.large", "m6g.large", "c7g.large"] }),
    "one type on demand": pool({ [TYPE]: ["m7g.large"] }),
  },
  fails: {
    "one type": [pool({ [CAPACITY]: ["spot", "on-demand"], [TYPE]: ["m7g.large"] }), /instance types[\s\S]*at least 3/],
    "one category": [pool({ [CAPACITY]: ["spot"], [CATEGORY]: ["c"] }), /instance categories/],
  },
  unknown: nodePool({ template: { spec: { requirements: UNKNOWN } } }),
  mutant,
});
