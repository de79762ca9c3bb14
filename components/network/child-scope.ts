import type { Resource } from "@pulumi/pulumi";
import type { NetworkRecord } from "./args.ts";
import type { NetworkTransforms } from "./network-children.ts";

/** What the parts of a network share while they are made. */
export interface NetworkScope {
  readonly parent: Resource;
  /** Logical name of the network; children are `${name}-x`. */
  readonly name: string;
  readonly record: NetworkRecord;
  readonly transform: NetworkTransforms;
}
