import { type Finding, resourceRule } from "../rule.ts";

const ALB_PORTS = "alb.ingress.kubernetes.io/listen-ports";

export const k8sIngressHasTls = resourceRule({
  id: "k8s-ingress-has-tls",
  title: "Every host of an Ingress is served by TLS, and no load balancer listens without it.",
  severity: "high",
  remediation: "List each host under spec.tls; let the ALB listen on HTTPS, and on HTTP only to redirect.",
  controls: ["cis-eks:5.4.5", "wa:security"],
  types: ["kubernetes:networking.k8s.io/v1:Ingress"],
  *check({ props }): Iterable<Finding> {
    const { tls = [], rules = [] } = props.spec ?? {};
    const hosts = new Set(tls.flatMap((one) => one.hosts ?? []));
    const fix = "List the host under spec.tls.";
    // An entry without hosts is for all of them.
    const all = tls.some((one) => (one.hosts ?? []).length === 0);
    for (const { host = "*" } of rules) {
      if (!all && !hosts.has(host)) yield { what: "host without TLS", got: host, wanted: "listed under spec.tls", fix };
    }
    if (rules.length === 0 && tls.length === 0)
      yield { what: "spec.tls", got: tls, wanted: "an entry", fix: "Add spec.tls." };
    const annotations = props.metadata?.annotations ?? {};
    const ports = annotations[ALB_PORTS];
    if (ports === undefined || !/"HTTP"/.test(ports) || "alb.ingress.kubernetes.io/ssl-redirect" in annotations) return;
    yield { what: ALB_PORTS, got: ports, wanted: "HTTPS only, or ssl-redirect", fix: "Listen on HTTPS only." };
  },
});
