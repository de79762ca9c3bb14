import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import { child } from "../../../shared/index.ts";
import { defaultDenyArgs } from "../foundation/network-policy.ts";
import type { NetworkPolicyBaselineArgs } from "./args.ts";
import { normaliseNetworkPolicyBaseline } from "./normalise.ts";

/** Default deny, both ways, for namespaces that are there already. */
export class NetworkPolicyBaseline extends ComponentResource {
  /** Closed namespaces, plain and sorted. */
  readonly namespaces: readonly string[];

  constructor(name: string, args: NetworkPolicyBaselineArgs, opts?: ComponentResourceOptions) {
    const record = normaliseNetworkPolicyBaseline(args);
    super("pyairtable:kubernetes:NetworkPolicyBaseline", name, {}, opts);
    const { transform, wiring } = args;
    const own = { parent: this, dependsOn: [...(wiring?.dependsOn ?? [])] };
    for (const namespace of record.namespaces)
      new NetworkPolicy(
        ...child(
          transform?.networkPolicy,
          `${name}-${namespace}`,
          defaultDenyArgs("network-policy-baseline", record, namespace),
          own,
        ),
      );
    this.namespaces = record.namespaces;
    this.registerOutputs({ namespaces: this.namespaces });
  }
}
