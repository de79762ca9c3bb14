import type { DeploymentArgs } from "@pulumi/kubernetes/apps/v1/deployment.js";
import { memoryQuantity, percentQuantity, podLabels } from "../shared/index.ts";
import { containerOf } from "./container.ts";
import { labelsOf, metadataOf } from "./metadata.ts";
import { affinityOf, tolerationsOf } from "./placement.ts";
import type { WorkloadRecord } from "./record.ts";
import { topologySpreadOf } from "./topology-spread.ts";

/** Beyond it a rollout that makes no progress is reported; a new node and a pull take part of it. */
const PROGRESS_MARGIN_SECONDS = 300;

/** The Deployment. It never says `replicas`: an autoscaler owns them, and each update would set them back. */
export function deploymentManifest(record: WorkloadRecord) {
  return {
    metadata: metadataOf(record),
    spec: {
      selector: { matchLabels: podLabels(record.service) },
      strategy: { type: "RollingUpdate", rollingUpdate: rolloutOf(record) },
      // Ready that long before it counts: what crashes at its first requests stops the rollout.
      minReadySeconds: 10,
      progressDeadlineSeconds: record.container.startupSeconds + PROGRESS_MARGIN_SECONDS,
      revisionHistoryLimit: 5,
      template: { metadata: { labels: labelsOf(record) }, spec: podOf(record) },
    },
  } satisfies DeploymentArgs;
}

/** Without callers old pods go first and no room for more is needed; but never more than half of them at once. */
export function rolloutOf({ rollout }: WorkloadRecord): { maxUnavailable: number | string; maxSurge: number | string } {
  const away = Math.min(100 - rollout.minimumHealthyPercent, 50);
  return away === 0
    ? { maxUnavailable: 0, maxSurge: percentQuantity(25) }
    : { maxUnavailable: percentQuantity(away), maxSurge: 0 };
}

function podOf(record: WorkloadRecord) {
  const { service, placement, drain, container } = record;
  return {
    serviceAccountName: service,
    automountServiceAccountToken: false,
    // Else each pod would carry variables of every Service of the namespace.
    enableServiceLinks: false,
    ...(placement.priorityClass === null ? {} : { priorityClassName: placement.priorityClass }),
    terminationGracePeriodSeconds: drain.gracePeriodSeconds,
    securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
    affinity: affinityOf(record),
    tolerations: tolerationsOf(record),
    topologySpreadConstraints: topologySpreadOf(record),
    // Names with two dots or more are asked for as they are: one query instead of up to five.
    dnsConfig: { options: [{ name: "ndots", value: "2" }] },
    containers: [containerOf(record)],
    volumes: [{ name: "tmp", emptyDir: { sizeLimit: memoryQuantity(container.tmpMiB) } }],
  };
}
