import type { DeploymentArgs } from "@pulumi/kubernetes/apps/v1/deployment.js";
import type { StatefulSetArgs } from "@pulumi/kubernetes/apps/v1/statefulSet.js";
import type { ServiceArgs } from "@pulumi/kubernetes/core/v1/service.js";
import type { TracingPlan } from "@pyairtable/plan";
import { otlpReceiver, tailSampling } from "../config/collector.ts";
import { jaegerConfig } from "../config/jaeger.ts";
import { PORTS } from "../config/ports.ts";
import { imageOf } from "../images.ts";
import { NAMESPACE, WORKLOADS } from "./names.ts";
import { CONTAINER_SECURITY, metadataOf, notOnSpot, podTemplate, probed, selectorOf, TOLERATIONS } from "./pods.ts";
import type { KubernetesRecord } from "./record.ts";
import { memoryMiBOf, resourcesOf, VOLUMES_GIB } from "./sizes.ts";
import { claim } from "./values-prometheus.ts";

const HEALTH_PORT = 13_133;
const QUEUE = "/queue";
const JAEGER_USER = 10_001;
const COLLECTOR_USER = 65_534;

/** Jaeger on any node, Spot too: what it holds in memory goes with it, what waits for it is on the collector's disk. */
export function jaegerDeployment(record: KubernetesRecord, tracing: TracingPlan): DeploymentArgs {
  const { plan, images } = record;
  const name = WORKLOADS.jaeger;
  const metadata = metadataOf(plan, name);
  return {
    metadata,
    spec: {
      replicas: 1,
      revisionHistoryLimit: 3,
      selector: selectorOf(name),
      strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      template: podTemplate(record, name, JAEGER_USER, {
        containers: [
          {
            name,
            image: imageOf("jaeger", images),
            args: ["--config=env:JAEGER_CONFIG"],
            env: [{ name: "JAEGER_CONFIG", value: JSON.stringify(jaegerConfig(tracing)) }],
            ports: [
              { name: "otlp", containerPort: PORTS.otlpGrpc },
              { name: "http", containerPort: PORTS.jaeger },
            ],
            resources: resourcesOf("jaeger"),
            securityContext: CONTAINER_SECURITY,
            ...probed("/status", HEALTH_PORT),
          },
        ],
      }),
    },
  };
}

/** Judges whole traces, so there is one; its queue is a volume, and it never sits on Spot. */
export function collectorStatefulSet(record: KubernetesRecord, tracing: TracingPlan): StatefulSetArgs {
  const { plan, images } = record;
  const name = WORKLOADS.collector;
  const metadata = metadataOf(plan, name);
  return {
    metadata,
    spec: {
      replicas: 1,
      serviceName: name,
      revisionHistoryLimit: 3,
      selector: selectorOf(name),
      template: podTemplate(record, name, COLLECTOR_USER, {
        affinity: notOnSpot(plan),
        tolerations: TOLERATIONS,
        terminationGracePeriodSeconds: tracing.decisionSeconds + 30,
        containers: [
          {
            name,
            image: imageOf("collector", images),
            env: [{ name: "AOT_CONFIG_CONTENT", value: JSON.stringify(clusterCollectorConfig(tracing)) }],
            ports: [
              { name: "otlp-grpc", containerPort: PORTS.otlpGrpc },
              { name: "otlp-http", containerPort: PORTS.otlpHttp },
            ],
            resources: resourcesOf("collector"),
            securityContext: CONTAINER_SECURITY,
            ...probed("/", HEALTH_PORT),
            volumeMounts: [{ name: "queue", mountPath: QUEUE }],
          },
        ],
      }),
      volumeClaimTemplates: [
        { metadata: { name: "queue", labels: metadata.labels }, spec: claim(record, VOLUMES_GIB.queue) },
      ],
    },
  };
}

/** OTLP in, tail sampling, a queue on disk, Jaeger. */
export function clusterCollectorConfig(tracing: TracingPlan): Record<string, unknown> {
  return {
    extensions: {
      health_check: { endpoint: `0.0.0.0:${HEALTH_PORT}` },
      file_storage: { directory: QUEUE },
    },
    receivers: otlpReceiver("0.0.0.0"),
    processors: {
      memory_limiter: {
        check_interval: "1s",
        limit_mib: Math.floor(memoryMiBOf("collector") * 0.8),
        spike_limit_mib: 64,
      },
      tail_sampling: tailSampling(tracing),
      batch: {},
    },
    exporters: {
      otlp_grpc: {
        endpoint: `jaeger.${NAMESPACE}.svc:${PORTS.otlpGrpc}`,
        tls: { insecure: true },
        retry_on_failure: { enabled: true, initial_interval: "5s", max_interval: "30s", max_elapsed_time: "30m" },
        sending_queue: { enabled: true, num_consumers: 2, queue_size: 5000, storage: "file_storage" },
      },
    },
    service: {
      extensions: ["health_check", "file_storage"],
      pipelines: {
        traces: {
          receivers: ["otlp"],
          processors: ["memory_limiter", "tail_sampling", "batch"],
          exporters: ["otlp_grpc"],
        },
      },
      telemetry: { logs: { level: "warn" } },
    },
  };
}

/** Name and ports of a workload inside the cluster. */
export function clusterService(
  { plan }: Pick<KubernetesRecord, "plan">,
  name: string,
  ports: Readonly<Record<string, number>>,
): ServiceArgs {
  return {
    metadata: metadataOf(plan, name),
    spec: {
      type: "ClusterIP",
      selector: selectorOf(name).matchLabels,
      ports: Object.entries(ports).map(([portName, port]) => ({ name: portName, port, targetPort: port })),
    },
  };
}
