import { show, UserError } from "@pyairtable/diagnostics";
import type { Plan } from "@pyairtable/plan";
import { NODES } from "../kubernetes/assumptions.ts";
import {
  controlPlaneLine,
  controlPlaneLogLines,
  interruptionQueueLine,
  nodeGroupLines,
} from "../kubernetes/cluster-lines.ts";
import { type CostLine, costLine } from "../line.ts";
import { isPriceKey, type PriceBook } from "../prices.ts";
import { ipv4Line, loadBalancerLines } from "../usage-lines.ts";
import type { SharedPart } from "./parts.ts";

type KubernetesPart = Extract<SharedPart, `kubernetes${string}`>;

/** A cluster of our own: nothing where there is none. Throws a `UserError` for system nodes without a price. */
export function kubernetesLines(book: PriceBook, plan: Plan): Record<KubernetesPart, CostLine[]> {
  const { mode, nodes, addOns } = plan.kubernetes;
  if (mode !== "eks") return { kubernetesControlPlane: [], kubernetesSystemNodes: [], kubernetesIngress: [] };
  return {
    kubernetesControlPlane: [
      controlPlaneLine(book),
      costLine(book, "kms.key", "key of the cluster's Secrets", 1),
      ...controlPlaneLogLines(book, plan.cluster.logRetentionDays),
      ...(addOns.karpenter.enabled ? [interruptionQueueLine(book)] : []),
    ],
    kubernetesSystemNodes: nodes === null ? [] : systemNodeLines(book, nodes.system),
    kubernetesIngress: hasIngress(plan)
      ? [...loadBalancerLines(book, "alb"), ipv4Line(book, plan.zones.length, "Ingress, one a zone")]
      : [],
  };
}

/** All public services behind one load balancer that the Ingress class's controller makes. */
export function hasIngress({ kubernetes, services }: Plan): boolean {
  return (
    kubernetes.mode === "eks" &&
    kubernetes.ingressClass !== null &&
    services.some((service) => service.kubernetes !== null && service.route !== null)
  );
}

function systemNodeLines(
  book: PriceBook,
  { instanceType, count }: { instanceType: string; count: number },
): CostLine[] {
  if (isPriceKey(`ec2.${instanceType}`)) return nodeGroupLines(book, instanceType, count, NODES.diskGb);
  const priced = Object.keys(book.prices).flatMap((key) => /^ec2\.(.+g\..+)$/.exec(key)?.[1] ?? []);
  throw new UserError("Cost", [
    {
      code: "cost.instance-without-price",
      path: "platform.kubernetes.system.instanceType",
      got: show(instanceType),
      wanted: `an ARM64 type with a price: ${priced.join(", ")}`,
      fix: `Choose one of these, or add its price to packages/cost-model/data/prices/${book.region}.json.`,
    },
  ]);
}
