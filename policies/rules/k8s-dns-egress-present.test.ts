import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { networkPolicy, podWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sDnsEgressPresent } from "./k8s-dns-egress-present.ts";

const egress = (...rules: object[]) => networkPolicy({ podSelector: {}, policyTypes: ["Egress"], egress: rules });
const udp = { protocol: "UDP", port: 53 };
const tcp = { protocol: "TCP", port: 53 };

/** Takes port 53 out of every policy of one namespace. */
export const mutant: Mutant = (graph) => {
  for (const { type, props, inputs } of graph) {
    if (type !== "kubernetes:networking.k8s.io/v1:NetworkPolicy") continue;
    if (props.metadata.namespace !== "pyairtable-records") continue;
    for (const { spec } of [props, inputs].filter((one) => one !== undefined))
      for (const { ports = [] } of spec.egress ?? []) for (const one of ports) if (one.port === 53) one.port = 54;
  }
};

testRule(k8sDnsEgressPresent, {
  passes: {
    open: podWith({}),
    "both protocols": [podWith({}), egress({ ports: [udp, tcp] })],
    "all ports": [podWith({}), egress({})],
    "by name": [podWith({}), egress({ ports: [{ protocol: "UDP", port: "dns" }, { port: "dns-tcp" }] })],
    "a range": [podWith({}), egress({ ports: [{ protocol: "UDP", port: 1, endPort: 100 }, tcp] })],
    "from another policy": [podWith({}), egress(), egress({ ports: [udp, tcp] })],
    "the host's network, which policies pass by": [podWith({ hostNetwork: true }), egress()],
    "ingress alone closed": [podWith({}), networkPolicy({ podSelector: {} })],
  },
  fails: {
    "nothing open": [[podWith({}), egress()], /DNS closed by\n {2}got {5}\["UDP","TCP"\]/],
    "UDP alone": [[podWith({}), egress({ ports: [udp] })], /\["TCP"\]/],
    "another port": [[podWith({}), egress({ ports: [{ protocol: "UDP", port: 54 }, tcp] })], /\["UDP"\]/],
  },
  unknown: [podWith({}), networkPolicy({ podSelector: {}, policyTypes: UNKNOWN })],
  mutant,
});
