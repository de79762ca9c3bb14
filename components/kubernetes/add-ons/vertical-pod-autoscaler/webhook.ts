import type { MutatingWebhookConfigurationArgs } from "@pulumi/kubernetes/admissionregistration/v1/mutatingWebhookConfiguration.js";
import { NAMESPACE_LABEL } from "@pyairtable/kubernetes-facts";
import { objectLabels } from "../foundation/labels.ts";
import { caBundle, targetAnnotations } from "../serving-certificate/target.ts";
import type { VerticalPodAutoscalerRecord } from "./args.ts";
import { VPA, WEBHOOK_CONFIGURATION, WEBHOOK_SERVICE } from "./names.ts";

/** Name the admission controller knows its own webhook by. */
const WEBHOOK = "vpa.k8s.io";

/**
 * Sets requests of new pods. Made here and not by the admission controller, so that it needs no right to write
 * webhooks and goes with the stack. It never holds a pod back: without an answer in five seconds the pod starts as it is.
 */
export function webhookArgs(record: VerticalPodAutoscalerRecord): MutatingWebhookConfigurationArgs {
  const bundle = caBundle(record.certificate);
  const spared = [...new Set([record.namespace, ...record.ignoredNamespaces])].sort();
  return {
    metadata: {
      name: WEBHOOK_CONFIGURATION,
      labels: objectLabels(VPA, record),
      annotations: targetAnnotations(record.certificate, record.namespace),
    },
    webhooks: [
      {
        name: WEBHOOK,
        admissionReviewVersions: ["v1"],
        clientConfig: {
          service: { name: WEBHOOK_SERVICE, namespace: record.namespace, port: 443 },
          ...(bundle === undefined ? {} : { caBundle: bundle }),
        },
        failurePolicy: "Ignore",
        sideEffects: "None",
        timeoutSeconds: 5,
        namespaceSelector: { matchExpressions: [{ key: NAMESPACE_LABEL, operator: "NotIn", values: spared }] },
        rules: [
          { operations: ["CREATE"], apiGroups: [""], apiVersions: ["v1"], resources: ["pods"] },
          {
            operations: ["CREATE", "UPDATE"],
            apiGroups: ["autoscaling.k8s.io"],
            apiVersions: ["*"],
            resources: ["verticalpodautoscalers"],
          },
        ],
      },
    ],
  };
}
