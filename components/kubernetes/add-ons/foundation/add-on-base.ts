import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { Namespace } from "@pulumi/kubernetes/core/v1/namespace.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import type { ComponentResource, CustomResourceOptions, Resource } from "@pulumi/pulumi";
import { child } from "../../../shared/index.ts";
import type { AddOnRecord, AddOnWiring } from "../common-args.ts";
import type { LocalAddOnName } from "../versions.ts";
import { namespaceArgs } from "./namespace.ts";
import { type Allowance, allowanceArgs, defaultDenyArgs } from "./network-policy.ts";
import { type MetricsEndpoint, serviceMonitorArgs } from "./service-monitor.ts";
import type { BaseTransform } from "./transform.ts";

export interface Scene {
  readonly addOn: LocalAddOnName;
  readonly name: string;
  readonly record: AddOnRecord;
  readonly parent: ComponentResource;
  readonly transform: BaseTransform | undefined;
  readonly wiring: AddOnWiring | undefined;
}

/** The first of an add-on's objects: all others come after it. */
export function makeNamespace({ addOn, name, record, parent, transform, wiring }: Scene): Namespace {
  const opts = { parent, dependsOn: [...(wiring?.dependsOn ?? [])] };
  return new Namespace(...child(transform?.namespace, `${name}-namespace`, namespaceArgs(addOn, record), opts));
}

/** Denies all in the add-on's namespace and allows what its pods need, before they run, so that none runs unguarded. */
export function makeNetworkPolicies(scene: Scene, allowances: readonly Allowance[], after: Resource): NetworkPolicy[] {
  const { addOn, name, record, parent, transform } = scene;
  if (!record.networkPolicies) return [];
  const deny = new NetworkPolicy(
    ...child(transform?.networkPolicy, `${name}-default-deny`, defaultDenyArgs(addOn, record, record.namespace), {
      parent,
      dependsOn: [after],
    }),
  );
  const allowed = allowances.map(
    (allowance) =>
      new NetworkPolicy(
        ...child(
          transform?.networkPolicy,
          `${name}-allow-${allowance.workload}`,
          allowanceArgs(addOn, record, allowance),
          { parent, dependsOn: [after] },
        ),
      ),
  );
  return [deny, ...allowed];
}

export function makeServiceMonitors(
  scene: Scene,
  endpoints: readonly MetricsEndpoint[],
  opts: CustomResourceOptions,
): CustomResource[] {
  const { addOn, name, record, transform } = scene;
  if (!record.serviceMonitor) return [];
  return endpoints.map(
    (endpoint) =>
      new CustomResource(
        ...child(
          transform?.serviceMonitor,
          `${name}-metrics-${endpoint.workload}`,
          serviceMonitorArgs(addOn, record, endpoint),
          opts,
        ),
      ),
  );
}
