import type { FlagRules } from "../foundation/flags.ts";
import type { Part } from "./args.ts";
import table from "./data/flags.json" with { type: "json" };

const EVERY_PART = {
  address: "the component",
  "feature-gates": "kubernetesVersion",
  "ignored-vpa-object-namespaces": "ignoredNamespaces",
  kubeconfig: "the component",
  "vpa-object-namespace": "the component",
};
const LEADER = Object.fromEntries(
  ["", "-resource-lock", "-resource-name", "-resource-namespace"].map((end) => [`leader-elect${end}`, "the component"]),
);
const INSECURE = { profiling: "opens profiling to whoever may call" };

/** Flags of each binary that may be given by hand, and why others may not. */
export const FLAG_RULES: Readonly<Record<Part, FlagRules>> = {
  recommender: {
    known: table.flags.recommender,
    owned: {
      ...EVERY_PART,
      ...LEADER,
      "container-recommendation-max-allowed-cpu": "recommender.maxCpuMillicores",
      "container-recommendation-max-allowed-memory": "recommender.maxMemoryMiB",
      "memory-aggregation-interval-count": "recommender.memoryHistoryDays",
      "memory-saver": "recommender.memorySaver",
      "oom-bump-up-ratio": "recommender.oomBumpRatio",
      "pod-recommendation-min-cpu-millicores": "recommender.minCpuMillicores",
      "pod-recommendation-min-memory-mb": "recommender.minMemoryMiB",
      "recommendation-margin-fraction": "recommender.marginPercent",
      "target-cpu-percentile": "recommender.targetCpuPercentile",
      "target-memory-percentile": "recommender.targetMemoryPercentile",
    },
    insecure: { ...INSECURE, password: "puts a password on the command line" },
  },
  updater: {
    known: table.flags.updater,
    owned: {
      ...EVERY_PART,
      ...LEADER,
      "eviction-rate-limit": "updater.evictionsPerSecond",
      "eviction-tolerance": "updater.evictionTolerancePercent",
      "min-replicas": "updater.minReplicas",
      "updater-interval": "updater.intervalSeconds",
      "use-admission-controller-status": "reach",
    },
    insecure: INSECURE,
  },
  "admission-controller": {
    known: table.flags["admission-controller"],
    owned: {
      ...EVERY_PART,
      "client-ca-file": "certificate",
      "min-tls-version": "the component",
      port: "the component",
      "register-by-url": "the component",
      "register-webhook": "the component",
      "reload-cert": "the component",
      "tls-cert-file": "certificate",
      "tls-private-key": "certificate",
      "webhook-address": "the component",
      "webhook-labels": "tags",
      "webhook-port": "the component",
      "webhook-service": "the component",
      "webhook-timeout-seconds": "the component",
    },
    insecure: { ...INSECURE, "webhook-failure-policy-fail": "holds every new pod back while the autoscaler is away" },
  },
};
