import { ComponentResource, type ComponentResourceOptions, type Resource } from "@pulumi/pulumi";
import type { KarpenterArgs } from "./args.ts";
import { makeControllerIdentity, makeNodeIdentity } from "./make-identity.ts";
import { makeNodeObjects, makeReleases } from "./make-objects.ts";
import { makeInterruptionQueue } from "./make-queue.ts";
import { normaliseKarpenter } from "./normalise.ts";

/** Karpenter: its rights and queue on AWS, the charts, and one pool for each way of paying. */
export class Karpenter extends ComponentResource {
  /** Physical names of the pools, plain. */
  readonly poolNames: readonly string[];
  /** Physical name of the interruption queue, plain. */
  readonly queueName: string;
  /** The pools: what needs their nodes depends on these, and so is deleted before nodes are drained. */
  readonly ready: readonly Resource[];

  constructor(name: string, args: KarpenterArgs, opts?: ComponentResourceOptions) {
    const record = normaliseKarpenter(args);
    super("pyairtable:kubernetes:Karpenter", name, {}, opts);
    const scope = { parent: this, name, record, wiring: args.wiring, transform: args.transform ?? {} };
    const nodes = makeNodeIdentity(scope);
    const queue = makeInterruptionQueue(scope);
    const identity = makeControllerIdentity(scope);
    // All of AWS before the controller, so that on the way down it can still end instances.
    const controller = makeReleases(scope, [...nodes.all, ...queue, ...identity]);

    this.poolNames = record.pools.map((pool) => pool.name);
    this.queueName = record.queueName;
    this.ready = makeNodeObjects(scope, controller, nodes.instanceProfileName);
    this.registerOutputs({ poolNames: this.poolNames, queueName: this.queueName });
  }
}
