/** The network of an environment: a VPC, and the load balancer in front of it. */
export type { FlowLogArgs, NatInstanceArgs, NetworkArgs } from "./args.ts";
export { Edge } from "./edge.ts";
export type { EdgeArgs, Exposure, WafArgs } from "./edge-args.ts";
export type { EdgeChildren, EdgeTransforms } from "./edge-children.ts";
export { Network } from "./network.ts";
export type { NetworkChildren, NetworkTransforms } from "./network-children.ts";
