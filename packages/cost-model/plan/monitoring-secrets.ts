import { monitoringSecretNames, type Plan } from "@pyairtable/plan";
import { makes } from "./makes.ts";

/** Names of the secrets that monitoring reads from a store on this bill, each once, sorted. */
export function monitoringSecrets(plan: Plan): string[] {
  const { monitoring } = plan;
  const made = makes(plan);
  const onEcs = made.ecs && monitoring.prometheus !== "off";
  const onEks = made.eks && monitoring.kubernetes === "stack";
  // A managed Prometheus speaks to the topic alone.
  const alerts = (onEcs && monitoring.prometheus === "fargate") || onEks;
  if (!onEcs && !onEks) return [];
  return [...new Set(monitoringSecretNames(monitoring, { alerting: alerts }))].sort();
}
