import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { object } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sLimitRangeSparesCpu } from "./k8s-limit-range-spares-cpu.ts";

const RANGE = "kubernetes:core/v1:LimitRange";
const range = (limit: object) => object(RANGE, "limits", { spec: { limits: [{ type: "Container", ...limit }] } });

export const mutant: Mutant = (graph) =>
  edit(graph, RANGE, ({ spec }) => (spec.limits[0].max = { ...spec.limits[0].max, cpu: "2" }));

testRule(k8sLimitRangeSparesCpu, {
  passes: { "requests and memory": range({ defaultRequest: { cpu: "100m" }, max: { memory: "4Gi" } }) },
  fails: {
    "a maximum": [range({ max: { cpu: "2" } }), /cpu in max of Container\n {2}got {5}"2"/],
    "a default limit": [range({ default: { cpu: "1" } }), /cpu in default/],
  },
  unknown: range({ max: { cpu: UNKNOWN } }),
  mutant,
});
