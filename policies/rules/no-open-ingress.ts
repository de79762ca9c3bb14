import { componentOf, INGRESS_TYPES, ingressesOf, isOpenToWorld } from "../read/ingress.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { texts } from "../settings.ts";

export const noOpenIngress = resourceRule({
  id: "no-open-ingress",
  title: "Only the load balancer is open to the internet, on 80 and 443.",
  severity: "critical",
  remediation: "Put the service behind the edge load balancer, or open it to a security group or private CIDR.",
  controls: ["fsbp:EC2.18", "fsbp:EC2.19"],
  config: {
    components: texts(["pyairtable:network:Edge"], "Components whose security groups may be open"),
    ports: texts(["80", "443"], "Ports they may open"),
  },
  types: INGRESS_TYPES,
  *check({ type, props, parent }, { components, ports }): Iterable<Finding> {
    const edge = components.includes(componentOf(parent));
    for (const ingress of ingressesOf(type, props).filter(isOpenToWorld)) {
      const { protocol, fromPort, toPort, cidrs } = ingress;
      if (edge && protocol === "tcp" && fromPort === toPort && ports.includes(String(fromPort))) continue;
      const got = `${protocol} ${fromPort}-${toPort} from ${cidrs.join(", ")}`;
      const wanted = `open only in ${components.join(", ")}, tcp ${ports.join(" or ")}`;
      yield { what: "ingress open to the internet", got, wanted, fix: "Narrow the source, or go through the edge." };
    }
  },
});
