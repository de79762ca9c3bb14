import { cpuQuantity, memoryQuantity } from "../../shared/index.ts";
import { renderFlags } from "../foundation/flags.ts";
import { CERTIFICATE_KEYS } from "../serving-certificate/args.ts";
import type { Part, VerticalPodAutoscalerRecord } from "./args.ts";
import { METRICS_PORTS, WEBHOOK_PORT, workloadOf } from "./names.ts";

export const CERTIFICATE_PATH = "/etc/tls-certs";

type Given = Readonly<Record<string, string | number | boolean | undefined>>;

/** The whole command line of a part. */
export function flagsOf(record: VerticalPodAutoscalerRecord, part: Part): string[] {
  return renderFlags(record.flags[part], common(record, part), OWN[part](record));
}

function common({ ignoredNamespaces }: VerticalPodAutoscalerRecord, part: Part): Given {
  return {
    address: `:${METRICS_PORTS[part]}`,
    "ignored-vpa-object-namespaces": ignoredNamespaces.length === 0 ? undefined : ignoredNamespaces.join(","),
    stderrthreshold: "info",
  };
}

const OWN: Readonly<Record<Part, (record: VerticalPodAutoscalerRecord) => Given>> = {
  recommender: (record) => {
    const { recommender: of } = record;
    return {
      ...leader(record, "vpa-recommender-lease"),
      "container-recommendation-max-allowed-cpu":
        of.maxCpuMillicores === null ? undefined : cpuQuantity(of.maxCpuMillicores),
      "container-recommendation-max-allowed-memory":
        of.maxMemoryMiB === null ? undefined : memoryQuantity(of.maxMemoryMiB),
      "memory-aggregation-interval-count": of.memoryHistoryDays,
      "memory-saver": of.memorySaver,
      "oom-bump-up-ratio": of.oomBumpRatio,
      "pod-recommendation-min-cpu-millicores": of.minCpuMillicores,
      "pod-recommendation-min-memory-mb": of.minMemoryMiB,
      "recommendation-margin-fraction": of.marginPercent / 100,
      "target-cpu-percentile": of.targetCpuPercentile / 100,
      "target-memory-percentile": of.targetMemoryPercentile / 100,
    };
  },
  updater: (record) => ({
    ...leader(record, workloadOf("updater")),
    ...featureGates(record),
    "eviction-rate-limit": record.updater.evictionsPerSecond ?? -1,
    "eviction-tolerance": record.updater.evictionTolerancePercent / 100,
    "min-replicas": record.updater.minReplicas,
    "updater-interval": `${record.updater.intervalSeconds}s`,
    "use-admission-controller-status": true,
  }),
  "admission-controller": (record) => ({
    ...featureGates(record),
    "client-ca-file": `${CERTIFICATE_PATH}/${CERTIFICATE_KEYS.ca}`,
    "min-tls-version": "tls1_3",
    port: WEBHOOK_PORT,
    "register-webhook": false,
    "reload-cert": true,
    "tls-cert-file": `${CERTIFICATE_PATH}/${CERTIFICATE_KEYS.certificate}`,
    "tls-private-key": `${CERTIFICATE_PATH}/${CERTIFICATE_KEYS.key}`,
  }),
};

/** One of the replicas works, the others wait for its lease. */
function leader({ namespace }: VerticalPodAutoscalerRecord, lease: string): Given {
  return {
    "leader-elect": true,
    "leader-elect-resource-name": lease,
    "leader-elect-resource-namespace": namespace,
  };
}

function featureGates({ inPlace }: VerticalPodAutoscalerRecord): Given {
  return { "feature-gates": inPlace ? "InPlaceOrRecreate=true" : undefined };
}
