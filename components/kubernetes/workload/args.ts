import type { CostTags, Tier } from "@pyairtable/plan";
import type { ContainerOptions } from "./container-args.ts";
import type { IdentityArgs } from "./identity-args.ts";
import type { MetricsArgs, NetworkArgs, RouteArgs } from "./network-args.ts";
import type { PlacementArgs } from "./placement-args.ts";
import type { ScalingArgs } from "./scaling-args.ts";
import type { KubernetesServiceTransform } from "./transform.ts";
import type { KubernetesServiceWiring } from "./wiring.ts";

/**
 * One service on Kubernetes. Plain values decide what is made; `wiring` only connects it to other resources. Every
 * problem is reported at once as a `UserError` (codes `workload.*`).
 */
export interface KubernetesServiceArgs extends ContainerOptions, PlacementArgs, ScalingArgs {
  /** A DNS label: 1 to 63 of `a-z 0-9 -`, a letter first. Names every object. Example `record-service`. */
  readonly service: string;
  /** Namespace, which must exist. Example `pyairtable-records`. */
  readonly namespace: string;
  /** Business domain, a label. Example `records`. */
  readonly domain: string;
  readonly tier: Tier;
  /** The six cost tags, put as labels on each object and pod. */
  readonly tags: CostTags;

  /** Ingress of a public service; null (default) makes none. */
  readonly route?: RouteArgs | null;
  /** Scraped by Prometheus; null (default) makes no ServiceMonitor. */
  readonly metrics?: MetricsArgs | null;
  /** Who may reach it and whom it may reach. Default: nobody, and DNS. */
  readonly network?: NetworkArgs;
  /** AWS role of its pods, EKS only; null (default) gives them none. */
  readonly identity?: IdentityArgs | null;

  readonly wiring?: KubernetesServiceWiring;
  /** Changes any child's args before it is made. */
  readonly transform?: KubernetesServiceTransform;
}
