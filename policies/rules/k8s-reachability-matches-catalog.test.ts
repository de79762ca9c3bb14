import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { networkPolicy, ofService, serviceNamed } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sReachabilityMatchesCatalog } from "./k8s-reachability-matches-catalog.ts";

const gateway = serviceNamed("api-gateway");
const record = serviceNamed("record-service");
const closed = networkPolicy({ podSelector: {}, policyTypes: ["Ingress"] }, "default-deny");
const labelled = (name: string) => ({ matchLabels: { "app.kubernetes.io/name": name } });
const into = (callee: string, ...callers: string[]) => {
  const from = callers.map((caller) => ({ podSelector: labelled(caller) }));
  return networkPolicy({ podSelector: labelled(callee), ingress: [{ from }] }, `into-${callee}`);
};

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    "kubernetes:networking.k8s.io/v1:NetworkPolicy",
    ({ spec }) => (spec.ingress = []),
    ofService("record-service"),
  );

testRule(k8sReachabilityMatchesCatalog, {
  passes: {
    "the catalog's calls": [gateway, record, closed, into("record-service", "api-gateway")],
    "one service alone": record,
    "no service": closed,
  },
  fails: {
    "no policies": [[gateway, record], /record-service reaches\n {2}got {5}\["api-gateway"\]/],
    "all closed": [[gateway, record, closed], /api-gateway does not reach\n {2}got {5}\["record-service"\]/],
    "one way too many": [
      [gateway, record, closed, into("record-service", "api-gateway"), into("api-gateway", "record-service")],
      /record-service reaches/,
    ],
    "a policy the API server would refuse": [
      [gateway, networkPolicy({ podSelector: {}, ingress: [{ fromm: [] }] })],
      /network policies, policies\[0\]/,
    ],
  },
  unknown: [gateway, networkPolicy({ podSelector: UNKNOWN })],
  mutant,
});
