import type { Plan, Runtime } from "@pyairtable/plan";
import { platformFacts } from "../facts.ts";
import { type ExporterName, exportersOf } from "../rules/jobs.ts";

/** What pages need to know of a plan. */
export interface PageContext {
  readonly environment: string;
  /** Shown first where one service is chosen: the first critical one, else the first. */
  readonly firstService: string;
  readonly firstNamespace: string | null;
  readonly has: (runtime: Runtime) => boolean;
  readonly reads: (exporter: ExporterName) => boolean;
  /** Some service's compute has a price. */
  readonly priced: boolean;
  /** How kube-state-metrics writes the node label that tells Spot from on demand. */
  readonly capacityLabel: string;
}

export function pageContext(plan: Plan): PageContext {
  const exporters = new Set(exportersOf(plan));
  const first = plan.services.find(({ tier }) => tier === "critical") ?? plan.services[0];
  return {
    environment: plan.environment,
    firstService: first?.name ?? "",
    firstNamespace: plan.kubernetes.namespaces[0]?.name ?? null,
    has: (runtime) => plan.services.some((service) => service.runtime === runtime),
    reads: (exporter) => exporters.has(exporter),
    priced: platformFacts(plan).services.some(({ usdPerVcpuHour }) => usdPerVcpuHour !== null),
    capacityLabel: `label_${plan.kubernetes.capacityLabel.key.replaceAll(/[^a-zA-Z0-9_]/g, "_")}`,
  };
}
