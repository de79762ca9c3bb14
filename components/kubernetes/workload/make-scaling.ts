import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import type { Deployment } from "@pulumi/kubernetes/apps/v1/deployment.js";
import { HorizontalPodAutoscaler } from "@pulumi/kubernetes/autoscaling/v2/horizontalPodAutoscaler.js";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import { child } from "../../shared/index.ts";
import { disruptionBudgetManifest } from "./disruption-budget.ts";
import { horizontalAutoscalerManifest } from "./horizontal-autoscaler.ts";
import { scaledObjectManifest, triggerAuthenticationManifest } from "./scaled-object.ts";
import type { WorkloadSite } from "./site.ts";
import { verticalAutoscalerManifest } from "./vertical-autoscaler.ts";

/** How many pods and how large: one horizontal owner, the vertical one, and the budget of evictions. */
export function makeScaling(site: WorkloadSite, deployment: Deployment): void {
  const { name, record, transform, opts } = site;
  if (record.autoscaler.kind === "keda") makeScaledObject(site, deployment);
  else
    new HorizontalPodAutoscaler(
      ...child(transform?.horizontalAutoscaler, `${name}-autoscaler`, horizontalAutoscalerManifest(record), opts),
    );
  const vertical = verticalAutoscalerManifest(record);
  if (vertical !== null)
    new CustomResource(...child(transform?.verticalAutoscaler, `${name}-vertical`, { ...vertical }, opts));
  const budget = disruptionBudgetManifest(record);
  if (budget !== null) new PodDisruptionBudget(...child(transform?.disruptionBudget, `${name}-budget`, budget, opts));
}

function makeScaledObject({ name, record, wiring, transform, opts }: WorkloadSite, deployment: Deployment): void {
  const authentication = triggerAuthenticationManifest(record);
  const grants =
    authentication === null
      ? []
      : [
          new CustomResource(
            ...child(transform?.triggerAuthentication, `${name}-trigger-auth`, { ...authentication }, opts),
          ),
        ];
  const queues = { region: wiring.queueRegion, urls: wiring.queueUrls ?? {} };
  // KEDA's webhook looks the Deployment's requests up.
  const after = { ...opts, dependsOn: [...opts.dependsOn, deployment, ...grants] };
  const manifest = { ...scaledObjectManifest(record, queues) };
  new CustomResource(...child(transform?.scaledObject, `${name}-scaled-object`, manifest, after));
}
