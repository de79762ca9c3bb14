import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { Namespace } from "@pulumi/kubernetes/core/v1/namespace.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import type { ComponentResource, CustomResourceOptions, Resource } from "@pulumi/pulumi";
import { child } from "../../../shared/index.ts";
import type { AddOnRecord } from "../common-args.ts";
import type { LocalAddOnName } from "../versions.ts";
import { namespaceArgs } from "./namespace.ts";
import { type Allowance, allowanceArgs } from "./network-policy.ts";
import { type MetricsEndpoint, serviceMonitorArgs } from "./service-monitor.ts";
import type { BaseTransform } from "./transform.ts";

export interface Scene {
  readonly addOn: LocalAddOnName;
  readonly name: string;
  readonly record: AddOnRecord;
  readonly parent: ComponentResource;
  readonly transform: BaseTransform | undefined;
}

export function makeNamespace({ addOn, name, record, parent, transform }: Scene): Namespace {
  return new Namespace(...child(transform?.namespace, `${name}-namespace`, namespaceArgs(addOn, record), { parent }));
}

/** The add-on's own policies, before its pods, so that none runs unguarded. */
export function makeNetworkPolicies(scene: Scene, allowances: readonly Allowance[], after: Resource): NetworkPolicy[] {
  const { addOn, name, record, parent, transform } = scene;
  if (!record.networkPolicies) return [];
  return allowances.map(
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
