import type { ServicePlan } from "@pyairtable/plan";
import { BUCKETS_SECONDS } from "@pyairtable/slo";
import capacity from "../data/capacity.json" with { type: "json" };
import type { MonitoringSettings } from "../settings/args.ts";

/** Count, sum and the bucket of infinity beside the bounds. */
const SERIES_PER_HISTOGRAM = BUCKETS_SECONDS.length + 3;

/** Time series that one replica of a service has. */
export function seriesPerReplica(service: ServicePlan, settings: Pick<MonitoringSettings, "routes">): number {
  const { seriesPerReplica, statusCodesPerRoute, routesPerService } = capacity;
  const routes = settings.routes[service.name] ?? routesPerService;
  const requests = routes * statusCodesPerRoute * SERIES_PER_HISTOGRAM;
  return seriesPerReplica[service.runtime] + seriesPerReplica.process + requests;
}

/** … and the whole service at its most replicas. */
export function seriesOfService(service: ServicePlan, settings: Pick<MonitoringSettings, "routes">): number {
  return service.replicas.max * seriesPerReplica(service, settings);
}
