import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { networkPolicy, object, podWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sDefaultDenyPresent } from "./k8s-default-deny-present.ts";

const BOTH = ["Ingress", "Egress"];
const namespace = (name: string) => object("kubernetes:core/v1:Namespace", name, {}, { namespace: undefined });
const closed = networkPolicy({ podSelector: {}, policyTypes: BOTH });

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    "kubernetes:networking.k8s.io/v1:NetworkPolicy",
    ({ spec }) => (spec.policyTypes = ["Egress"]),
    ({ props }) => props.metadata.name === "default-deny" && props.metadata.namespace === "pyairtable-records",
  );

testRule(k8sDefaultDenyPresent, {
  config: { exempt: ["kube-system"] },
  passes: {
    "one policy for both": [namespace("records"), podWith({}), closed],
    "one a direction": [
      podWith({}),
      networkPolicy({ podSelector: {}, policyTypes: ["Egress"] }),
      networkPolicy({ podSelector: { matchLabels: {} } }),
    ],
    exempt: namespace("kube-system"),
  },
  fails: {
    "no policy": [namespace("empty"), /open by default in namespace empty\n {2}got {5}\["Ingress","Egress"\]/],
    "a namespace that only workloads name": [podWith({}), /namespace records/],
    "one direction": [[podWith({}), networkPolicy({ podSelector: {} })], /\["Egress"\]/],
    "for some pods": [
      [podWith({}), networkPolicy({ podSelector: { matchLabels: { a: "b" } }, policyTypes: BOTH })],
      /Ingress/,
    ],
    "with a hole in it": [
      [podWith({}), networkPolicy({ podSelector: {}, policyTypes: BOTH, ingress: [{}] })],
      /\["Ingress"\]/,
    ],
    "in another namespace": [[namespace("other"), closed], /namespace other/],
  },
  unknown: [podWith({}), networkPolicy({ podSelector: UNKNOWN })],
  mutant,
});
