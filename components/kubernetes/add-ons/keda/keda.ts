import { ComponentResource, type ComponentResourceOptions, type Resource } from "@pulumi/pulumi";
import { arnOf, type PolicyStatement } from "../../../shared/index.ts";
import { makeRelease } from "../helm-release/make.ts";
import { makePodIdentity } from "../pod-identity/pod-identity.ts";
import type { KedaArgs, KedaIdentityArgs } from "./args.ts";
import { kedaAllowances } from "./network.ts";
import { normaliseKeda } from "./normalise.ts";
import { kedaValues, WORKLOADS } from "./values.ts";

/** KEDA by its chart: scaling by queues and the clock. */
export class Keda extends ComponentResource {
  /** What a ScaledObject depends on: its CRD comes with the release. */
  readonly crds: readonly Resource[];

  constructor(name: string, args: KedaArgs, opts?: ComponentResourceOptions) {
    const record = normaliseKeda(args);
    super("pyairtable:kubernetes:Keda", name, {}, opts);
    const scene = {
      addOn: "keda",
      name,
      record,
      parent: this,
      transform: args.transform,
      wiring: args.wiring,
    } as const;
    const { identity, sizes } = record;
    const after =
      identity === null ? [] : makePodIdentity(scene, identity, WORKLOADS.operator, queueStatements(identity));
    const release = makeRelease(scene, {
      release: "keda",
      values: kedaValues(record),
      allowances: kedaAllowances(record),
      workloads: {
        [WORKLOADS.operator]: sizes.operator,
        [WORKLOADS.metricServer]: sizes.metricServer,
        [WORKLOADS.webhooks]: sizes.webhooks,
      },
      after,
    });
    this.crds = [release];
    this.registerOutputs({});
  }
}

/** The length of these queues, and nothing that is in them. */
function queueStatements(identity: KedaIdentityArgs): PolicyStatement[] {
  const resources = [...identity.queueNames].sort().map((queue) => arnOf(identity, "sqs", queue));
  return [{ sid: "QueueLength", actions: ["sqs:GetQueueAttributes"], resources }];
}
