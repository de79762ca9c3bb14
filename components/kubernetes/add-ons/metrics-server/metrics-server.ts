import { Addon } from "@pulumi/aws/eks/addon.js";
import { APIService } from "@pulumi/kubernetes/apiregistration/v1/apiservice.js";
import { Deployment } from "@pulumi/kubernetes/apps/v1/deployment.js";
import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Resource } from "@pulumi/pulumi";
import { child } from "../../../shared/index.ts";
import { makeAccess } from "../foundation/access.ts";
import { makeNamespace, makeNetworkPolicies, makeServiceMonitors } from "../foundation/add-on-base.ts";
import { budgetArgs, needsBudget } from "../foundation/disruption-budget.ts";
import { makeCertificate, publishAuthority } from "../serving-certificate/make.ts";
import { writtenByOthers } from "../serving-certificate/target.ts";
import type { MetricsServerArgs, MetricsServerRecord } from "./args.ts";
import { managedArgs } from "./managed.ts";
import { METRICS_SERVER, normaliseMetricsServer } from "./normalise.ts";
import * as resources from "./resources.ts";

/** The resource metrics API, over verified connections on both sides. */
export class MetricsServer extends ComponentResource {
  /** What answers the API: autoscalers depend on it. */
  readonly ready: readonly Resource[];

  constructor(name: string, args: MetricsServerArgs, opts?: ComponentResourceOptions) {
    const record = normaliseMetricsServer(args);
    super("pyairtable:kubernetes:MetricsServer", name, {}, opts);
    this.ready =
      args.install.kind === "eks-add-on"
        ? this.#managed(name, record, args.install.clusterName, args)
        : this.#manifests(name, record, args);
    this.registerOutputs({});
  }

  #managed(
    name: string,
    record: MetricsServerRecord,
    clusterName: Input<string>,
    { transform, wiring }: MetricsServerArgs,
  ): Resource[] {
    const args = managedArgs(record, clusterName);
    const opts = { parent: this, dependsOn: [...(wiring?.dependsOn ?? [])] };
    return [new Addon(...child(transform?.eksAddOn, `${name}-eks-add-on`, args, opts))];
  }

  #manifests(name: string, record: MetricsServerRecord, { transform, wiring }: MetricsServerArgs): Resource[] {
    const scene = { addOn: METRICS_SERVER, name, record, parent: this, transform, wiring } as const;
    const { certificate } = record;
    const target = { kind: "api-service", name: resources.API_SERVICE } as const;

    const namespace = makeNamespace(scene);
    const guarded = [namespace, ...makeNetworkPolicies(scene, resources.allowances(record), namespace)];
    const access = makeAccess(scene, resources.ACCESS, [namespace]);
    const issued = makeCertificate(scene, certificate, target, resources.hosts(record), guarded);
    const deployment = new Deployment(
      ...child(transform?.deployment, `${name}-deployment`, resources.serverArgs(record), {
        parent: this,
        dependsOn: [...guarded, ...access, ...issued],
      }),
    );
    const service = new Service(
      ...child(transform?.service, `${name}-service`, resources.serviceArgs(record), {
        parent: this,
        dependsOn: [namespace],
      }),
    );
    if (needsBudget(record.size)) {
      const budget = budgetArgs(METRICS_SERVER, record, METRICS_SERVER);
      new PodDisruptionBudget(
        ...child(transform?.disruptionBudget, `${name}-budget`, budget, { parent: this, dependsOn: [namespace] }),
      );
    }
    const apiService = new APIService(
      ...child(transform?.apiService, `${name}-api`, resources.apiServiceArgs(record), {
        parent: this,
        dependsOn: [deployment, service],
        ignoreChanges: writtenByOthers(certificate, "spec.caBundle"),
      }),
    );
    makeServiceMonitors(scene, [resources.metricsEndpoint(record)], { parent: this, dependsOn: [service] });
    return [apiService, ...publishAuthority(scene, certificate, target, [apiService, ...issued])];
  }
}
