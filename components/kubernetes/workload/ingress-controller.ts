import controllers from "./data/ingress-controllers.json" with { type: "json" };
import type { IngressSource } from "./network-args.ts";

const NAMESPACES: Readonly<Record<string, string>> = controllers.namespaces;
const CIDRS: Readonly<Record<string, readonly string[]>> = controllers.cidrs;

/** Where connections of a well-known ingress class come from; null where it is not known. */
export function ingressSourceOf(ingressClass: string, networkCidr: string): IngressSource | null {
  const namespace = NAMESPACES[ingressClass];
  if (namespace !== undefined) return { namespace };
  if (controllers.loadBalancerInNetwork.includes(ingressClass)) return { cidrs: [networkCidr] };
  const cidrs = CIDRS[ingressClass];
  return cidrs === undefined ? null : { cidrs };
}

export interface IngressWish {
  /** Services of one group share one load balancer. */
  readonly group: string;
  /** Lower is asked first. */
  readonly order: number;
  readonly healthPath: string;
  readonly certificateArn: string | null;
}

/**
 * What the AWS load balancer controller must be told: one public load balancer for all services, straight to pods, TLS
 * only. Without a certificate's ARN it looks one up by the host. Other classes need nothing.
 */
export function ingressAnnotationsOf(ingressClass: string, wish: IngressWish): Record<string, string> {
  if (ingressClass !== "alb") return {};
  const said = (key: string, value: string) => [`alb.ingress.kubernetes.io/${key}`, value];
  return Object.fromEntries([
    said("group.name", wish.group),
    said("group.order", String(wish.order)),
    said("scheme", "internet-facing"),
    said("target-type", "ip"),
    said("listen-ports", '[{"HTTPS":443}]'),
    said("ssl-policy", "ELBSecurityPolicy-TLS13-1-2-2021-06"),
    said("healthcheck-path", wish.healthPath),
    said("healthcheck-interval-seconds", "5"),
    said("healthcheck-timeout-seconds", "3"),
    said("unhealthy-threshold-count", "2"),
    said("target-group-attributes", "deregistration_delay.timeout_seconds=30"),
    ...(wish.certificateArn === null ? [] : [said("certificate-arn", wish.certificateArn)]),
  ]);
}
