import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { object } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sNoDefaultNamespace } from "./k8s-no-default-namespace.ts";

const config = (namespace?: string) => object("kubernetes:core/v1:ConfigMap", "settings", {}, { namespace });

export const mutant: Mutant = (graph) => void graph.push(config("default"));

testRule(k8sNoDefaultNamespace, {
  passes: {
    "a namespace": config("records"),
    "what has none": object("kubernetes:core/v1:Node", "a", {}, { namespace: undefined }),
  },
  fails: {
    "by name": [config("default"), /namespace of ConfigMap\n {2}got {5}"default"/],
    "by saying nothing": [config(), /"default"/],
    "a workload": [
      object("kubernetes:apps/v1:Deployment", "a", { spec: { template: { spec: {} } } }, { namespace: "default" }),
      /Deployment/,
    ],
  },
  unknownIs: { fine: config(UNKNOWN) },
  mutant,
});
