import { LimitRange } from "@pulumi/kubernetes/core/v1/limitRange.js";
import { Namespace as KubernetesNamespace } from "@pulumi/kubernetes/core/v1/namespace.js";
import { ResourceQuota } from "@pulumi/kubernetes/core/v1/resourceQuota.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { RoleBinding } from "@pulumi/kubernetes/rbac/v1/roleBinding.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import { child } from "../../shared/index.ts";
import type { NamespaceArgs } from "./args.ts";
import { limitRangeManifest, namespaceManifest, quotaManifest } from "./manifests.ts";
import { allowDnsManifest, defaultDenyManifest } from "./network-policies.ts";
import { normalise } from "./normalise.ts";
import { editorsManifest, viewersManifest } from "./role-bindings.ts";

/**
 * A namespace that is safe before the first pod: Pod Security, quota, defaults, closed network, its owners' view.
 * What runs in it depends on the whole component, so that no pod is there before its rules. Throws a `UserError`.
 */
export class Namespace extends ComponentResource {
  /** Physical name, plain. */
  readonly name: string;

  constructor(name: string, args: NamespaceArgs, opts?: ComponentResourceOptions) {
    const record = normalise(args);
    super("pyairtable:kubernetes:Namespace", name, {}, opts);
    const { transform, wiring } = args;
    const first = { parent: this, dependsOn: [...(wiring?.dependsOn ?? [])] };
    const namespace = new KubernetesNamespace(
      ...child(transform?.namespace, `${name}-namespace`, namespaceManifest(record), first),
    );

    // Named in plain text, so that rules read it in a preview; the order comes from here.
    const own = { parent: this, dependsOn: [namespace] };
    new ResourceQuota(...child(transform?.quota, `${name}-quota`, quotaManifest(record), own));
    new LimitRange(...child(transform?.limitRange, `${name}-limits`, limitRangeManifest(record), own));
    const policies = { "default-deny": defaultDenyManifest(record), "allow-dns": allowDnsManifest(record) };
    for (const [key, policy] of Object.entries(policies))
      new NetworkPolicy(...child(transform?.networkPolicy, `${name}-${key}`, policy, own));
    const bindings = { view: viewersManifest(record), edit: editorsManifest(record) };
    for (const [key, binding] of Object.entries(bindings))
      if (binding !== null) new RoleBinding(...child(transform?.roleBinding, `${name}-${key}`, binding, own));

    this.name = record.name;
    this.registerOutputs({ name: this.name });
  }
}
