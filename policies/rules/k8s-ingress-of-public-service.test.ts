import { COST_LABELS } from "@pyairtable/kubernetes-facts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { object } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sIngressOfPublicService } from "./k8s-ingress-of-public-service.ts";

const ingress = (service: string, annotations = {}, name = "api", spec: object = {}) =>
  object(
    "kubernetes:networking.k8s.io/v1:Ingress",
    name,
    { spec },
    { labels: { [COST_LABELS.Service]: service }, annotations },
  );

/** On the load balancer of the other Ingresses: another one would cost more than the budget leaves. */
const SHARED = { "alb.ingress.kubernetes.io/group.name": "pyairtable-prod-eks" };

export const mutant: Mutant = (graph) =>
  void graph.push(ingress("platform", SHARED, "argocd-server", { tls: [{ hosts: ["argocd.example"] }] }));

testRule(k8sIngressOfPublicService, {
  config: { exempt: ["records/status-page"] },
  passes: {
    "a public service": ingress("api-gateway"),
    "inside the network": ingress("platform", { "alb.ingress.kubernetes.io/scheme": "internal" }),
    exempt: ingress("platform", {}, "status-page"),
  },
  fails: {
    "a console": [ingress("platform"), /Ingress\n {2}got {5}"of platform"/],
    "an internal service": [ingress("record-service"), /"of record-service"/],
  },
  unknown: ingress("record-service", { "alb.ingress.kubernetes.io/scheme": UNKNOWN }),
  mutant,
});
