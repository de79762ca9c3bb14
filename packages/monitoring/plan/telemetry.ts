import type { MonitoringPlan, Plan, ServicePlan } from "@pyairtable/plan";

/**
 * Variables by which a service knows what to log and where to send its spans. `otlpUrl` is the collector's, null where no
 * traces are kept. Every span is sent: the collector judges whole traces, which no service can.
 */
export function telemetryVariables(
  plan: Pick<Plan, "environment">,
  { logs }: Pick<MonitoringPlan, "logs">,
  service: Pick<ServicePlan, "name" | "domain">,
  otlpUrl: string | null,
): Record<string, string> {
  return {
    LOG_DROP_HEALTH_CHECKS: String(logs.dropHealthChecks),
    ...(logs.infoShare === 1 ? {} : { LOG_INFO_SHARE: String(logs.infoShare) }),
    ...(otlpUrl === null
      ? {}
      : {
          OTEL_EXPORTER_OTLP_ENDPOINT: otlpUrl,
          OTEL_EXPORTER_OTLP_PROTOCOL: "http/protobuf",
          OTEL_RESOURCE_ATTRIBUTES: `deployment.environment.name=${plan.environment},service.namespace=${service.domain}`,
          OTEL_SERVICE_NAME: service.name,
          OTEL_TRACES_SAMPLER: "parentbased_always_on",
        }),
  };
}
