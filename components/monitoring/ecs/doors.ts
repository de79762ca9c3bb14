import type { MonitoringPlan } from "@pyairtable/plan";
import { PORTS } from "../config/ports.ts";
import { hostOf, type Place } from "../place.ts";
import type { Doors } from "../world.ts";

/** Where things are found in the VPC, and by whoever its viewers are. */
export function doorsOf(place: Pick<Place, "project" | "environment">, monitoring: MonitoringPlan): Doors {
  const { prometheus, grafana, tracing } = monitoring;
  if (prometheus === "off") return {};
  const url = (task: "metrics" | "views", port: number) => `http://${hostOf(place, task)}:${port}`;
  return {
    ...(grafana.enabled ? { grafana: url("views", PORTS.grafana) } : {}),
    ...(prometheus === "fargate"
      ? { prometheus: url("metrics", PORTS.prometheus), alertmanager: url("metrics", PORTS.alertmanager) }
      : {}),
    ...(tracing === null ? {} : { jaeger: url("views", PORTS.jaeger), collector: url("metrics", PORTS.otlpHttp) }),
  };
}
