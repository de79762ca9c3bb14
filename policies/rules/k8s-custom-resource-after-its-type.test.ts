import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { object } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sCustomResourceAfterItsType } from "./k8s-custom-resource-after-its-type.ts";

const CRD = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition";
const crd = object(CRD, "widgets.example.io", { spec: { group: "example.io", names: { kind: "Widget" } } });
const operator = { ...object("kubernetes:apps/v1:Deployment", "operator"), dependencies: [crd.urn] };
const widget = (...dependencies: string[]) => ({ ...object("kubernetes:example.io/v1:Widget", "w"), dependencies });

export const mutant: Mutant = (graph) => void graph.push(structuredClone(crd), structuredClone(widget()));

testRule(k8sCustomResourceAfterItsType, {
  passes: {
    "its type first": [crd, widget(crd.urn)],
    "its operator first": [crd, operator, widget(operator.urn)],
    "a type of elsewhere": widget(),
    "a built-in kind": [crd, operator],
  },
  fails: { "at the same time": [[crd, widget()], /dependencies[\s\S]*on widgets.example.io/] },
  unknown: [object(CRD, "widgets.example.io", { spec: UNKNOWN }), widget()],
  mutant,
});
