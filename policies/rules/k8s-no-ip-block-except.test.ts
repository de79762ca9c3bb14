import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { networkPolicy, ofService } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sNoIpBlockExcept } from "./k8s-no-ip-block-except.ts";

const to = (ipBlock: object) => networkPolicy({ podSelector: {}, egress: [{ to: [{ ipBlock }] }] });
const cut = { cidr: "10.0.0.0/8", except: ["10.1.0.0/16"] };

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    "kubernetes:networking.k8s.io/v1:NetworkPolicy",
    ({ spec }) => spec.egress.push({ to: [{ ipBlock: cut }], ports: [{ protocol: "TCP", port: 9 }] }),
    ofService("record-service"),
  );

testRule(k8sNoIpBlockExcept, {
  passes: {
    whole: to({ cidr: "10.0.0.0/8" }),
    "an empty list": to({ cidr: "10.0.0.0/8", except: [] }),
    pods: networkPolicy({ podSelector: {}, ingress: [{ from: [{ podSelector: {} }] }] }),
  },
  fails: {
    "in egress": [to(cut), /egress block\n {2}got {5}\{"cidr":"10.0.0.0\/8","except":\["10.1.0.0\/16"\]\}/],
    "in ingress": [networkPolicy({ podSelector: {}, ingress: [{ from: [{ ipBlock: cut }] }] }), /ingress block/],
  },
  unknown: to({ cidr: "10.0.0.0/8", except: UNKNOWN }),
  mutant,
});
