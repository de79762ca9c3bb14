import type { Resource } from "@pulumi/pulumi";
import type { KarpenterRecord, KarpenterWiring } from "./args.ts";
import type { KarpenterTransform } from "./transform.ts";

/** What the parts of Karpenter share while they are made. */
export interface KarpenterScope {
  readonly parent: Resource;
  /** Logical name; children are `${name}-x`. */
  readonly name: string;
  readonly record: KarpenterRecord;
  readonly wiring: KarpenterWiring;
  readonly transform: KarpenterTransform;
}
