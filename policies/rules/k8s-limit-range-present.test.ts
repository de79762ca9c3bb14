import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { object, podWith, servicePodWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sLimitRangePresent } from "./k8s-limit-range-present.ts";

const RANGE = "kubernetes:core/v1:LimitRange";
const range = (limit: object) => object(RANGE, "limits", { spec: { limits: [limit] } });
const good = { type: "Container", defaultRequest: { cpu: "100m" }, max: { memory: "4Gi" } };

export const mutant: Mutant = (graph) => edit(graph, RANGE, ({ spec }) => delete spec.limits[0].max);

testRule(k8sLimitRangePresent, {
  passes: { "with both": [servicePodWith({}), range(good)], "an add-on's namespace": podWith({}) },
  fails: {
    none: [servicePodWith({}), /limit range of namespace records/],
    "of pods only": [[servicePodWith({}), range({ ...good, type: "Pod" })], /for containers/],
    "without a default": [[servicePodWith({}), range({ type: "Container", max: { memory: "4Gi" } })], /defaultRequest/],
  },
  unknown: [servicePodWith({}), range({ ...good, type: UNKNOWN })],
  mutant,
});
