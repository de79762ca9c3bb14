import type { TracingPlan } from "@pyairtable/plan";
import { PORTS } from "./ports.ts";

const STORE = "memory";

/** Jaeger v2 with traces in memory: what was judged worth keeping, until newer ones push it out or the task goes. */
export function jaegerConfig({ tracesKept }: TracingPlan): Record<string, unknown> {
  return {
    extensions: {
      healthcheckv2: { use_v2: true, http: { endpoint: "0.0.0.0:13133" } },
      jaeger_storage: { backends: { [STORE]: { memory: { max_traces: tracesKept } } } },
      jaeger_query: { storage: { traces: STORE }, http: { endpoint: `0.0.0.0:${PORTS.jaeger}` } },
    },
    receivers: { otlp: { protocols: { grpc: { endpoint: `0.0.0.0:${PORTS.otlpGrpc}` } } } },
    processors: { batch: {} },
    exporters: { jaeger_storage_exporter: { trace_storage: STORE } },
    service: {
      extensions: ["jaeger_storage", "jaeger_query", "healthcheckv2"],
      pipelines: {
        traces: { receivers: ["otlp"], processors: ["batch"], exporters: ["jaeger_storage_exporter"] },
      },
      telemetry: { logs: { level: "warn" } },
    },
  };
}
