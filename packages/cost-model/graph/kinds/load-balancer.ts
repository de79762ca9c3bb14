import { ipv4Line, loadBalancerLines } from "../../usage-lines.ts";
import { listAt, textAt, valueAt } from "../read-props.ts";
import type { GraphKind } from "../types.ts";

/** Hours, assumed capacity units, and one public address a zone where it faces the internet. */
export const loadBalancer: GraphKind = {
  types: ["aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer"],
  price: ({ props }, { book, zones }) => {
    const kind = textAt(props, "loadBalancerType") === "network" ? "nlb" : "alb";
    const lines = loadBalancerLines(book, kind);
    if (valueAt(props, "internal") === true) return lines;
    const subnets = listAt(props, "subnets") ?? listAt(props, "subnetMappings");
    return [...lines, ipv4Line(book, subnets?.length ?? zones, "load balancer")];
  },
};
