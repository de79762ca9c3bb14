import { catalogService } from "../facts.ts";
import { keyOf } from "../read/kubernetes/metadata.ts";
import { type Finding, notApplicable, resourceRule } from "../rule.ts";
import { serviceOf } from "../service-of.ts";
import { texts } from "../settings.ts";

const ALB_SCHEME = "alb.ingress.kubernetes.io/scheme";

export const k8sIngressOfPublicService = resourceRule({
  id: "k8s-ingress-of-public-service",
  title: "Only services that the catalog calls public have an Ingress: no console such as Argo CD or Grafana does.",
  severity: "critical",
  remediation:
    "Reach consoles by `kubectl port-forward` or an internal load balancer; make a service public in the catalog.",
  controls: ["nsa:network-separation", "wa:security"],
  config: { exempt: texts([], "Ingresses, as namespace/name, of something else") },
  types: ["kubernetes:networking.k8s.io/v1:Ingress"],
  check(ingress, { exempt }) {
    if (exempt.includes(keyOf(ingress))) return notApplicable("exempt by the stack's limits");
    if (ingress.props.metadata?.annotations?.[ALB_SCHEME] === "internal") return [];
    const service = serviceOf(ingress);
    if (catalogService(service)?.exposure === "public") return [];
    const finding: Finding = {
      what: "Ingress",
      got: `of ${service}`,
      wanted: "of a service whose exposure is public",
      fix: "Remove it, or make the service public in the catalog.",
    };
    return [finding];
  },
});
