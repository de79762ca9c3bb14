import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import type { Output, Resource } from "@pulumi/pulumi";
import { child } from "../../../shared/index.ts";
import { controllerValues, crdValues, SERVICE_ACCOUNT } from "./chart-values.ts";
import { nodeClassObject } from "./node-class.ts";
import { nodePoolObject } from "./node-pool.ts";
import type { KarpenterScope } from "./scope.ts";
import { KARPENTER_CHARTS, KARPENTER_VERSION } from "./versions.ts";

/** Minutes beyond a drain in which instances end and finalizers go. */
const MARGIN_MINUTES = 15;

/** Types first, then the controller: a chart installs its own types once and never again. */
export function makeReleases(scope: KarpenterScope, after: readonly Resource[]): Release {
  const { parent, name, record, wiring, transform } = scope;
  const provider = wiring.kubernetesProvider;
  // Atomic: a failed upgrade rolls back, so that nodes never wait for a person.
  const common = { version: KARPENTER_VERSION, namespace: SERVICE_ACCOUNT.namespace, maxHistory: 5, atomic: true };
  const crds = new Release(
    ...child(
      transform.crds,
      `${name}-crds`,
      { ...common, name: "karpenter-crd", chart: KARPENTER_CHARTS.crds, values: { ...crdValues() } },
      { parent, provider, dependsOn: [...(wiring.after ?? [])] },
    ),
  );
  return new Release(
    ...child(
      transform.controller,
      `${name}-controller`,
      {
        ...common,
        name: "karpenter",
        chart: KARPENTER_CHARTS.controller,
        skipCrds: true,
        timeout: 600,
        values: { ...controllerValues(record, wiring.cluster.endpoint) },
      },
      { parent, provider, dependsOn: [crds, ...after] },
    ),
  );
}

/** The class, then the pools. Deleted the other way round, each waits until its nodes are gone. */
export function makeNodeObjects(
  scope: KarpenterScope,
  controller: Release,
  instanceProfileName: Output<string>,
): readonly CustomResource[] {
  const { parent, name, record, wiring, transform } = scope;
  const provider = wiring.kubernetesProvider;
  const customTimeouts = { delete: `${record.drainMinutes + MARGIN_MINUTES}m` };
  const nodeClass = new CustomResource(
    ...child(
      transform.nodeClass,
      `${name}-node-class`,
      nodeClassObject(record, {
        instanceProfileName,
        privateSubnetIds: wiring.privateSubnetIds,
        securityGroupId: wiring.cluster.securityGroupId,
      }),
      { parent, provider, customTimeouts, dependsOn: [controller] },
    ),
  );
  return record.pools.map(
    (pool) =>
      new CustomResource(
        ...child(transform.nodePool, `${name}-pool-${pool.name}`, nodePoolObject(record, pool), {
          parent,
          provider,
          customTimeouts,
          dependsOn: [nodeClass],
        }),
      ),
  );
}
