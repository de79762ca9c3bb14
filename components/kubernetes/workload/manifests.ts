import type { CustomObject } from "../shared/index.ts";
import type { KubernetesServiceArgs } from "./args.ts";
import { deploymentManifest } from "./deployment.ts";
import { disruptionBudgetManifest } from "./disruption-budget.ts";
import { externalSecretManifest } from "./external-secret.ts";
import { horizontalAutoscalerManifest } from "./horizontal-autoscaler.ts";
import { ingressManifest } from "./ingress.ts";
import { networkPolicyManifest } from "./network-policy.ts";
import { normalise } from "./normalise.ts";
import { scaledObjectManifest, triggerAuthenticationManifest } from "./scaled-object.ts";
import { serviceAccountManifest, serviceManifest } from "./service-manifests.ts";
import { serviceMonitorManifest } from "./service-monitor.ts";
import { verticalAutoscalerManifest } from "./vertical-autoscaler.ts";

/**
 * What `KubernetesService` makes in the cluster, as objects of the API in the order they are made: for `kubectl apply`,
 * for GitOps, for tests against a real API server. Throws the same `UserError`.
 */
export function serviceManifests(args: KubernetesServiceArgs): CustomObject[] {
  const record = normalise(args);
  const { queueRegion, queueUrls } = args.wiring ?? {};
  const keda = record.autoscaler.kind === "keda";
  const objects = [
    object("networking.k8s.io/v1", "NetworkPolicy", networkPolicyManifest(record)),
    object("v1", "ServiceAccount", serviceAccountManifest(record)),
    externalSecretManifest(record),
    object("apps/v1", "Deployment", deploymentManifest(record)),
    object("v1", "Service", serviceManifest(record)),
    triggerAuthenticationManifest(record),
    keda ? scaledObjectManifest(record, { region: queueRegion, urls: queueUrls ?? {} }) : null,
    keda ? null : object("autoscaling/v2", "HorizontalPodAutoscaler", horizontalAutoscalerManifest(record)),
    verticalAutoscalerManifest(record),
    object("policy/v1", "PodDisruptionBudget", disruptionBudgetManifest(record)),
    object("networking.k8s.io/v1", "Ingress", ingressManifest(record)),
    serviceMonitorManifest(record),
  ];
  return objects.filter((one) => one !== null);
}

function object(apiVersion: string, kind: string, body: object | null): CustomObject | null {
  return body === null ? null : ({ apiVersion, kind, ...body } as CustomObject);
}
