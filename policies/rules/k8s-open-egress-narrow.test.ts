import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { networkPolicy, ofService } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sOpenEgressNarrow } from "./k8s-open-egress-narrow.ts";

const WORLD = [{ ipBlock: { cidr: "0.0.0.0/0" } }];
const egress = (to: object[] | undefined, ...ports: object[]) =>
  networkPolicy({ podSelector: {}, egress: [{ to, ports }] });
const tcp = (port: number) => ({ protocol: "TCP", port });

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    "kubernetes:networking.k8s.io/v1:NetworkPolicy",
    ({ spec }) => spec.egress.push({ to: WORLD, ports: [tcp(22)] }),
    ofService("record-service"),
  );

testRule(k8sOpenEgressNarrow, {
  config: { ports: ["443"], exempt: ["records/mailer"] },
  passes: {
    "HTTPS anywhere": egress(WORLD, tcp(443)),
    "all ports of named pods": egress([{ podSelector: {} }]),
    "a mailer": networkPolicy({ podSelector: {}, egress: [{ to: WORLD, ports: [tcp(25)] }] }, "mailer"),
  },
  fails: {
    "all ports": [egress(WORLD), /egress to any address\n {2}got {5}"all ports"/],
    "no peers": [egress(undefined, tcp(22)), /"TCP 22"\n {2}wanted {2}TCP 443/],
    "one port too many": [egress(WORLD, tcp(443), tcp(22)), /"TCP 443, TCP 22"/],
    "a range": [egress(WORLD, { ...tcp(443), endPort: 500 }), /TCP 443-500/],
    UDP: [egress(WORLD, { protocol: "UDP", port: 443 }), /UDP 443/],
  },
  unknown: networkPolicy({ podSelector: {}, egress: UNKNOWN }),
  mutant,
});
