import { telemetryVariables } from "@pyairtable/monitoring/plan";
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
    variables: telemetryVariables(plan, monitoring, service, otlpUrl(plan, monitoring)),
    logs: { groupClass: monitoring.logs.groupClass },
  };
}

function otlpUrl(plan: Plan, { tracing, prometheus }: MonitoringPlan): string | null {
  return tracing === null || prometheus === "off" ? null : `http://${hostOf(plan, "metrics")}:${PORTS.otlpHttp}`;
}
