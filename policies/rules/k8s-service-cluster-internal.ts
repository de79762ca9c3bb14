import { keyOf } from "../read/kubernetes/metadata.ts";
import { type Finding, notApplicable, resourceRule } from "../rule.ts";
import { texts } from "../settings.ts";

export const k8sServiceClusterInternal = resourceRule({
  id: "k8s-service-cluster-internal",
  title: "Services are reached inside the cluster only: no load balancer, node port or borrowed address of their own.",
  severity: "high",
  remediation: "Use type ClusterIP and go through the Ingress: one load balancer, one certificate, one log.",
  controls: ["nsa:network-separation", "wa:cost"],
  config: { exempt: texts([], "Services, as namespace/name, with a load balancer of their own") },
  types: ["kubernetes:core/v1:Service"],
  check(service, { exempt }) {
    if (exempt.includes(keyOf(service))) return notApplicable("exempt by the stack's limits");
    const { type = "ClusterIP", externalIPs = [] } = service.props.spec ?? {};
    const findings: Finding[] = [];
    const fix = "Go through the Ingress.";
    if (type !== "ClusterIP" && type !== "ExternalName")
      findings.push({ what: "type of Service", got: type, wanted: "ClusterIP", fix });
    // Whoever may make a Service could take any address's traffic (CVE-2020-8554).
    if (externalIPs.length > 0) findings.push({ what: "externalIPs", got: externalIPs, wanted: "none", fix });
    return findings;
  },
});
