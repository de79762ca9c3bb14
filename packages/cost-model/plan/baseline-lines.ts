import type { Plan } from "@pyairtable/plan";
import data from "../data/assumptions.json" with { type: "json" };
import type { CostLine } from "../line.ts";
import type { PriceBook } from "../prices.ts";
import { ipv4Line, loadBalancerLines } from "../usage-lines.ts";
import { natAddresses, natLines } from "./nat-lines.ts";
import type { SharedPart } from "./parts.ts";

/** What all services shared before the plan: one load balancer, one NAT gateway, their addresses. */
export function baselineSharedLines(book: PriceBook, plan: Plan): Partial<Record<SharedPart, CostLine[]>> {
  const zones = plan.zones.length;
  const tasks = plan.services.reduce((sum, service) => sum + service.before.replicas, 0);
  const nat = natBefore();
  return {
    loadBalancer: loadBalancerLines(book, "alb"),
    nat: natLines(book, nat, zones, tasks),
    publicIpv4: [ipv4Line(book, zones, "load balancer, one a zone"), ipv4Line(book, natAddresses(nat, zones), "NAT")],
  };
}

function natBefore(): "single" | "per-zone" {
  return data.baseline.nat === "per-zone" ? "per-zone" : "single";
}
