import { MutatingWebhookConfiguration } from "@pulumi/kubernetes/admissionregistration/v1/mutatingWebhookConfiguration.js";
import { CustomResourceDefinition } from "@pulumi/kubernetes/apiextensions/v1/customResourceDefinition.js";
import { Deployment } from "@pulumi/kubernetes/apps/v1/deployment.js";
import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import { ComponentResource, type ComponentResourceOptions, type Resource } from "@pulumi/pulumi";
import { child } from "../../../shared/index.ts";
import { makeAccess } from "../foundation/access.ts";
import { makeNamespace, makeNetworkPolicies, makeServiceMonitors } from "../foundation/add-on-base.ts";
import { budgetArgs, needsBudget } from "../foundation/disruption-budget.ts";
import { type CertificateScene, makeCertificate, publishAuthority } from "../serving-certificate/make.ts";
import { writtenByOthers } from "../serving-certificate/target.ts";
import { accessOf } from "./access.ts";
import type { Part, VerticalPodAutoscalerArgs, VerticalPodAutoscalerRecord } from "./args.ts";
import { crdArgs } from "./crds.ts";
import { VPA, WEBHOOK_CONFIGURATION, webhookHosts, workloadOf } from "./names.ts";
import { normaliseVerticalPodAutoscaler } from "./normalise.ts";
import * as resources from "./resources.ts";
import { webhookArgs } from "./webhook.ts";

type Transform = VerticalPodAutoscalerArgs["transform"];
type VpaScene = CertificateScene & { readonly record: VerticalPodAutoscalerRecord; readonly transform: Transform };
const TARGET = { kind: "mutating-webhook", name: WEBHOOK_CONFIGURATION } as const;

/** Vertical autoscaling: CRDs, recommender, and by choice the admission controller and the updater. */
export class VerticalPodAutoscaler extends ComponentResource {
  /** What a VerticalPodAutoscaler object depends on. */
  readonly crds: readonly Resource[];

  constructor(name: string, args: VerticalPodAutoscalerArgs, opts?: ComponentResourceOptions) {
    const record = normaliseVerticalPodAutoscaler(args);
    super("pyairtable:kubernetes:VerticalPodAutoscaler", name, {}, opts);
    const scene: VpaScene = { addOn: VPA, name, record, parent: this, transform: args.transform, wiring: args.wiring };
    const first = { parent: this, dependsOn: [...(args.wiring?.dependsOn ?? [])] };
    this.crds = crdArgs(record).map(
      ({ plural, args: wanted }) =>
        new CustomResourceDefinition(...child(scene.transform?.crd, `${name}-crd-${plural}`, wanted, first)),
    );
    const namespace = makeNamespace(scene);
    const guarded = [namespace, ...makeNetworkPolicies(scene, resources.allowances(record), namespace)];
    const ready = [...guarded, ...this.crds];
    for (const part of record.parts)
      if (part === "admission-controller") makeWebhook(scene, ready);
      else makePart(scene, part, ready);
    this.registerOutputs({});
  }
}

function makePart(scene: VpaScene, part: Part, after: readonly Resource[]): Deployment {
  const { name, record, parent, transform } = scene;
  const access = makeAccess(scene, accessOf(record, part), after);
  const deployment = new Deployment(
    ...child(transform?.deployment, `${name}-${part}`, resources.partArgs(record, part), {
      parent,
      dependsOn: [...after, ...access],
    }),
  );
  if (needsBudget(record.sizes[part])) {
    const budget = budgetArgs(VPA, record, workloadOf(part));
    new PodDisruptionBudget(
      ...child(transform?.disruptionBudget, `${name}-${part}-budget`, budget, { parent, dependsOn: [...after] }),
    );
  }
  if (record.serviceMonitor) {
    const opts = { parent, dependsOn: [...after] };
    const args = resources.metricsServiceArgs(record, part);
    const service = new Service(...child(transform?.service, `${name}-${part}-metrics`, args, opts));
    makeServiceMonitors(scene, [resources.metricsEndpoint(part)], { parent, dependsOn: [service] });
  }
  return deployment;
}

/** The certificate first, then the pods that serve with it, then the webhook that calls them. */
function makeWebhook(scene: VpaScene, after: readonly Resource[]): void {
  const { name, record, parent, transform } = scene;
  const { certificate } = record;
  const issued = makeCertificate(scene, certificate, TARGET, webhookHosts(record), after);
  const deployment = makePart(scene, "admission-controller", [...after, ...issued]);
  const service = new Service(
    ...child(transform?.service, `${name}-webhook-service`, resources.webhookServiceArgs(record), {
      parent,
      dependsOn: [...after],
    }),
  );
  const webhook = new MutatingWebhookConfiguration(
    ...child(transform?.webhook, `${name}-webhook`, webhookArgs(record), {
      parent,
      dependsOn: [deployment, service],
      ignoreChanges: writtenByOthers(certificate, "webhooks[0].clientConfig.caBundle"),
    }),
  );
  publishAuthority(scene, certificate, TARGET, [webhook, ...issued]);
}
