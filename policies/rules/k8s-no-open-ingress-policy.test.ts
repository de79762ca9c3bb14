import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { networkPolicy, ofService } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sNoOpenIngressPolicy } from "./k8s-no-open-ingress-policy.ts";

const ports = [{ protocol: "TCP", port: 8080 }];
const from = (...peers: object[]) => networkPolicy({ podSelector: {}, ingress: [{ from: peers, ports }] });
const block = (cidr: string) => ({ ipBlock: { cidr } });

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    "kubernetes:networking.k8s.io/v1:NetworkPolicy",
    // To a port that nothing listens on, so that no service is reached by more than before.
    ({ spec }) => spec.ingress.push({ from: [block("0.0.0.0/0")], ports: [{ protocol: "TCP", port: 9 }] }),
    ofService("record-service"),
  );

testRule(k8sNoOpenIngressPolicy, {
  config: { exempt: ["records/webhook"] },
  passes: {
    "named pods": from({ podSelector: { matchLabels: { app: "a" } } }),
    "a private block": from(block("10.0.0.0/16")),
    "no ingress": networkPolicy({ podSelector: {} }),
    "a webhook": networkPolicy({ podSelector: {}, ingress: [{}] }, "webhook"),
  },
  fails: {
    "an empty list": [from(), /ingress from anywhere\n {2}got {5}"TCP 8080"/],
    "no list": [networkPolicy({ podSelector: {}, ingress: [{}] }), /all ports/],
    "the internet": [from(block("0.0.0.0/0")), /named callers/],
    "the internet by IPv6": [from(block("::/0")), /named callers/],
  },
  unknown: networkPolicy({ podSelector: {}, ingress: UNKNOWN }),
  mutant,
});
