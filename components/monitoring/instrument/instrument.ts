import type { MonitoringPlan, Plan, ServicePlan } from "@pyairtable/plan";
import type { LogArgs, SidecarArgs } from "../../ecs/index.ts";
import { PORTS } from "../config/ports.ts";
import { type ImageName, imageOf } from "../images.ts";
import { hostOf } from "../place.ts";

/** What a service on ECS gets so that it can be watched: args of components/ecs. */
export interface Instruments {
  /** Beside its own. */
  readonly sidecars: readonly SidecarArgs[];
  /** Beside its own; OpenTelemetry's and those that the services' logger reads. */
  readonly variables: Readonly<Record<string, string>>;
  readonly logs: Pick<LogArgs, "groupClass">;
}

/** The exporter is a Go program that reads one endpoint; 32 MiB is twice what it takes. */
const EXPORTER = { cpuUnits: 10, memoryMiB: 32 } as const;

export function instruments(
  plan: Plan,
  service: ServicePlan,
  monitoring: MonitoringPlan,
  images: Partial<Record<ImageName, string>> = {},
): Instruments {
  const exporter: SidecarArgs = { name: "ecs-exporter", image: imageOf("ecsExporter", images), ...EXPORTER };
  return {
    sidecars: monitoring.prometheus === "off" ? [] : [exporter],
    variables: { ...logVariables(monitoring), ...traceVariables(plan, service, monitoring) },
    logs: { groupClass: monitoring.logs.groupClass },
  };
}

/** Read by the services' logger; what is not written is not paid for. */
function logVariables({ logs }: MonitoringPlan): Record<string, string> {
  return {
    LOG_DROP_HEALTH_CHECKS: String(logs.dropHealthChecks),
    ...(logs.infoShare === 1 ? {} : { LOG_INFO_SHARE: String(logs.infoShare) }),
  };
}

/** Every span is sent: the collector decides about whole traces, which no service can. */
function traceVariables(plan: Plan, service: ServicePlan, monitoring: MonitoringPlan): Record<string, string> {
  if (monitoring.tracing === null || monitoring.prometheus === "off") return {};
  return {
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://${hostOf(plan, "metrics")}:${PORTS.otlpHttp}`,
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/protobuf",
    OTEL_RESOURCE_ATTRIBUTES: `deployment.environment.name=${plan.environment},service.namespace=${service.domain}`,
    OTEL_SERVICE_NAME: service.name,
    OTEL_TRACES_SAMPLER: "parentbased_always_on",
  };
}
