import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import { ComponentResource, type ComponentResourceOptions, type Resource } from "@pulumi/pulumi";
import { child } from "../../../shared/index.ts";
import { makeNamespace } from "../foundation/add-on-base.ts";
import { releaseArgs } from "../helm-release/release.ts";
import type { PrometheusOperatorArgs } from "./args.ts";
import { normalisePrometheusOperator, prometheusOperatorValues } from "./normalise.ts";

/** CRDs of Prometheus Operator, so that ServiceMonitors can be made; the stack that reads them comes on its own. */
export class PrometheusOperator extends ComponentResource {
  /** What a ServiceMonitor or a PrometheusRule depends on. */
  readonly crds: readonly Resource[];

  constructor(name: string, args: PrometheusOperatorArgs, opts?: ComponentResourceOptions) {
    const record = normalisePrometheusOperator(args);
    super("pyairtable:kubernetes:PrometheusOperator", name, {}, opts);
    const { transform, wiring } = args;
    const namespace = makeNamespace({ addOn: "prometheus-operator", name, record, parent: this, transform, wiring });
    const wanted = releaseArgs("prometheus-operator", record, "prometheus-operator-crds", prometheusOperatorValues());
    const release = new Release(
      ...child(transform?.release, `${name}-release`, wanted, { parent: this, dependsOn: [namespace] }),
    );
    this.crds = [release];
    this.registerOutputs({});
  }
}
