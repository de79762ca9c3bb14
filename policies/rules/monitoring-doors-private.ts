import { INGRESS_TYPES, ingressesOf } from "../read/ingress.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { texts } from "../settings.ts";

const PRIVATE = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[789]\d|1[01]\d|12[0-7])\.)/;

export const monitoringDoorsPrivate = resourceRule({
  id: "monitoring-doors-private",
  title: "Grafana, Prometheus, Alertmanager and Jaeger open to private addresses only.",
  severity: "critical",
  remediation: "Name private blocks in `monitoring.viewerCidrs` and reach them by VPN.",
  controls: ["fsbp:EC2.18", "wa:security"],
  config: {
    ports: texts(["3000", "9090", "9093", "16686", "4317", "4318", "9779"], "Ports of monitoring"),
  },
  types: INGRESS_TYPES,
  *check({ type, props }, { ports }): Iterable<Finding> {
    for (const { protocol, fromPort, toPort, cidrs } of ingressesOf(type, props)) {
      // The whole internet is no-open-ingress's to say.
      const open = cidrs.filter((cidr) => !PRIVATE.test(cidr) && !cidr.endsWith("/0"));
      const doors = ports.map(Number).filter((port) => protocol === "-1" || (port >= fromPort && port <= toPort));
      if (open.length === 0 || doors.length === 0) continue;
      const got = `${doors.join(", ")} from ${open.join(", ")}`;
      yield { what: "ports of monitoring", got, wanted: "private addresses", fix: "Narrow viewerCidrs." };
    }
  },
});
