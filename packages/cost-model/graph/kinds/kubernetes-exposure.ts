import { ipv4Line, loadBalancerLines } from "../../usage-lines.ts";
import { INGRESS, KUBERNETES_SERVICE } from "../kubernetes/types.ts";
import { PLATFORM, serviceOf, textAt } from "../read-props.ts";
import type { GraphKind, GraphResource } from "../types.ts";

const GROUP = "alb.ingress.kubernetes.io/group.name";

/** Ingresses of one group share the load balancer that AWS's controller makes; the first of them carries it. */
export const kubernetesIngress: GraphKind = {
  types: [INGRESS],
  owner: ({ props }) => (textAt(props, "metadata", "annotations", GROUP) === null ? serviceOf(props) : PLATFORM),
  price: (resource, { book, zones, ownNodes, ingresses }) => {
    const first = ingresses.find((other) => groupOf(other) === groupOf(resource));
    if (!ownNodes || first?.urn !== resource.urn) return [];
    return [...loadBalancerLines(book, "alb"), ipv4Line(book, zones, "Ingress")];
  },
};

/** A Service of type LoadBalancer is a network load balancer. */
export const kubernetesLoadBalancer: GraphKind = {
  types: [KUBERNETES_SERVICE],
  price: ({ props }, { book, zones, ownNodes }) =>
    ownNodes && textAt(props, "spec", "type") === "LoadBalancer"
      ? [...loadBalancerLines(book, "nlb"), ipv4Line(book, zones, "load balancer")]
      : [],
};

function groupOf({ props, urn }: GraphResource): string {
  return textAt(props, "metadata", "annotations", GROUP) ?? urn;
}
