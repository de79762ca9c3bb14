import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { Deployment } from "@pulumi/kubernetes/apps/v1/deployment.js";
import { StatefulSet } from "@pulumi/kubernetes/apps/v1/statefulSet.js";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { Namespace } from "@pulumi/kubernetes/core/v1/namespace.js";
import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import { ServiceAccount } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { StorageClass } from "@pulumi/kubernetes/storage/v1/storageClass.js";
import type { CustomResourceOptions, Resource } from "@pulumi/pulumi";
import type { TracingPlan } from "@pyairtable/plan";
import { child } from "../../shared/index.ts";
import { PORTS } from "../config/ports.ts";
import type { Doors, Scene, World } from "../world.ts";
import { blackboxDeployment } from "./blackbox.ts";
import { urlOf, WORKLOADS } from "./names.ts";
import { monitoringNamespace, nodeNamespace } from "./namespaces.ts";
import { networkPolicies } from "./network.ts";
import { dashboardsMap, externalSecrets, healthProbe, ruleObjects, storageClass } from "./objects.ts";
import { metadataOf } from "./pods.ts";
import { type KubernetesRecord, type OnKubernetesArgs, recordOf } from "./record.ts";
import { releaseArgs } from "./release.ts";
import { clusterService, collectorStatefulSet, jaegerDeployment } from "./tracing.ts";
import type { KubernetesTransform } from "./transform.ts";

interface Site {
  readonly name: string;
  readonly record: KubernetesRecord;
  readonly transform: KubernetesTransform | undefined;
  readonly opts: CustomResourceOptions & { readonly dependsOn: readonly Resource[] };
}

/** kube-prometheus-stack with the plan's rules and dashboards, Jaeger behind a collector, probes; guarded before its first pod. */
export function onKubernetes(args: OnKubernetesArgs): World {
  return {
    kind: "kubernetes",
    make: (scene) => {
      if (scene.monitoring.kubernetes === "off") return {};
      const record = recordOf(scene, args);
      const first = makeFoundation(scene, record, args);
      const site: Site = {
        name: scene.name,
        record,
        transform: args.transform,
        opts: { parent: scene.parent, dependsOn: first },
      };
      const secrets = externalSecrets(record).map(
        (secret) =>
          new CustomResource(
            ...child(args.transform?.externalSecret, `${scene.name}-${secret.metadata.name}`, { ...secret }, site.opts),
          ),
      );
      const opts = { ...site.opts, dependsOn: [...first, ...secrets] };
      new Release(...child(args.transform?.release, `${scene.name}-stack`, releaseArgs(record), opts));
      makeContent(site);
      if (record.monitoring.tracing !== null) makeTracing(site, record.monitoring.tracing);
      if (record.monitoring.probes.enabled) makeProbes(site);
      return doorsOf(record);
    },
  };
}

/** Namespaces, policies and the class of disks: all that must be there before a pod. */
function makeFoundation(
  { name, parent }: Scene,
  record: KubernetesRecord,
  { transform, dependsOn = [] }: OnKubernetesArgs,
): Resource[] {
  const opts = { parent, dependsOn: [...dependsOn] };
  const namespace = new Namespace(
    ...child(transform?.namespace, `${name}-namespace`, monitoringNamespace(record), opts),
  );
  const nodes =
    record.nodeExporter === null
      ? []
      : [new Namespace(...child(transform?.namespace, `${name}-node-namespace`, nodeNamespace(record), opts))];
  const inside = { parent, dependsOn: [namespace] };
  const policies = networkPolicies(record).map(
    (policy) =>
      new NetworkPolicy(...child(transform?.networkPolicy, `${name}-policy-${policy.metadata.name}`, policy, inside)),
  );
  const classes = record.makesStorageClass
    ? [new StorageClass(...child(transform?.storageClass, `${name}-storage-class`, storageClass(record), opts))]
    : [];
  return [namespace, ...nodes, ...policies, ...classes, ...dependsOn];
}

function makeContent({ name, record, transform, opts }: Site): void {
  for (const rule of ruleObjects(record))
    new CustomResource(
      ...child(transform?.prometheusRule, `${name}-rules-${rule.metadata.name}`, { ...rule }, { ...opts }),
    );
  if (record.monitoring.grafana.enabled)
    new ConfigMap(...child(transform?.dashboards, `${name}-dashboards`, dashboardsMap(record), { ...opts }));
}

/** Account and Service of a workload of ours: before its pods. */
function makeFront(
  { name, record, transform, opts }: Site,
  workload: string,
  ports: Readonly<Record<string, number>>,
): void {
  const account = { metadata: metadataOf(record.plan, workload), automountServiceAccountToken: false };
  new ServiceAccount(...child(transform?.serviceAccount, `${name}-${workload}-account`, account, { ...opts }));
  const service = clusterService(record, workload, ports);
  new Service(...child(transform?.service, `${name}-${workload}-service`, service, { ...opts }));
}

function makeTracing(site: Site, tracing: TracingPlan): void {
  const { name, record, transform, opts } = site;
  const { jaeger, collector } = WORKLOADS;
  makeFront(site, jaeger, { otlp: PORTS.otlpGrpc, http: PORTS.jaeger });
  makeFront(site, collector, { "otlp-grpc": PORTS.otlpGrpc, "otlp-http": PORTS.otlpHttp });
  new Deployment(...child(transform?.deployment, `${name}-${jaeger}`, jaegerDeployment(record, tracing), { ...opts }));
  new StatefulSet(
    ...child(transform?.statefulSet, `${name}-${collector}`, collectorStatefulSet(record, tracing), { ...opts }),
  );
}

function makeProbes(site: Site): void {
  const { name, record, transform, opts } = site;
  const { blackbox } = WORKLOADS;
  makeFront(site, blackbox, { http: PORTS.blackbox });
  new Deployment(...child(transform?.deployment, `${name}-${blackbox}`, blackboxDeployment(record), { ...opts }));
  new CustomResource(...child(transform?.probe, `${name}-health`, { ...healthProbe(record) }, { ...opts }));
}

function doorsOf({ monitoring }: KubernetesRecord): Doors {
  return {
    prometheus: urlOf("prometheus-operated", PORTS.prometheus),
    alertmanager: urlOf("alertmanager-operated", PORTS.alertmanager),
    ...(monitoring.grafana.enabled ? { grafana: urlOf("monitoring-grafana", 80) } : {}),
    ...(monitoring.tracing === null
      ? {}
      : { jaeger: urlOf(WORKLOADS.jaeger, PORTS.jaeger), collector: urlOf(WORKLOADS.collector, PORTS.otlpHttp) }),
  };
}
