import { throwIfAny } from "@pyairtable/diagnostics";
import type { Plan } from "@pyairtable/plan";
import { type RuleGroup, requireSlos, sloAlertGroups, sloRecordingGroups, specsFromPlan } from "@pyairtable/slo";
import { addOnAlerts } from "./alerts/add-ons.ts";
import { costAlerts } from "./alerts/cost.ts";
import { healthAlerts } from "./alerts/health.ts";
import { kubernetesAlerts } from "./alerts/kubernetes.ts";
import { monitoringAlerts, VOLUME_BYTES } from "./alerts/monitoring.ts";
import { resourceAlerts, usageAlerts } from "./alerts/resources.ts";
import { spotAlerts } from "./alerts/spot.ts";
import { requireCapacity } from "./capacity/capacity.ts";
import { type PlatformFacts, platformFacts } from "./facts.ts";
import { checkRuleFiles } from "./model/check-rules.ts";
import type { RuleFile } from "./model/rule-file.ts";
import { constantRules } from "./rules/constants.ts";
import { correlationRules, pairRules } from "./rules/correlation.ts";
import { costRules } from "./rules/cost.ts";
import { jobRules } from "./rules/jobs.ts";
import { SERIES } from "./rules/names.ts";
import { ecsRules } from "./rules/normalise-ecs.ts";
import { kubernetesRules } from "./rules/normalise-kubernetes.ts";
import { redRules } from "./rules/red.ts";
import { usageRules } from "./rules/usage.ts";
import { useRules } from "./rules/use.ts";
import { verdictRules } from "./rules/verdict.ts";
import type { MonitoringSettings } from "./settings/args.ts";

/** Two weeks move slowly; still below the five minutes after which Prometheus forgets a sample. */
const SLOW_SECONDS = 180;
const CONSTANT_SECONDS = 60;

/** Every rule of a plan, in files. Throws one `UserError` for objectives, budgets of series or volumes that don't hold. */
export function ruleFiles(plan: Plan, settings: MonitoringSettings): readonly RuleFile[] {
  const specs = specsFromPlan(plan);
  requireSlos(specs, undefined, settings.scrapeIntervalSeconds);
  const files = [...recordingFiles(plan, settings), ...alertFiles(plan, settings)];
  throwIfAny("Monitoring rules", checkRuleFiles(files));
  return files;
}

function recordingFiles(plan: Plan, settings: MonitoringSettings): RuleFile[] {
  const specs = specsFromPlan(plan);
  const facts = platformFacts(plan);
  const intervalSeconds = settings.scrapeIntervalSeconds;
  const { volumeGiB } = requireCapacity(plan, settings);
  const has = (runtime: "ecs" | "kubernetes") => facts.services.some((service) => service.runtime === runtime);
  const priced = isPriced(facts);
  const constants = [
    ...constantRules(plan, facts),
    ...jobRules(plan),
    { record: VOLUME_BYTES, expr: `vector(${volumeGiB * 1024 ** 3})` },
  ];
  return [
    { name: "constants", groups: [{ name: "constants", intervalSeconds: CONSTANT_SECONDS, rules: constants }] },
    {
      name: "service",
      groups: [
        {
          name: "service-resources",
          intervalSeconds,
          rules: [...(has("ecs") ? ecsRules() : []), ...(has("kubernetes") ? kubernetesRules() : []), ...useRules()],
        },
        { name: "service-requests", intervalSeconds, rules: [...redRules(specs), ...pairRules()] },
        { name: "service-cost", intervalSeconds: CONSTANT_SECONDS, rules: costRules(CONSTANT_SECONDS, priced) },
      ],
    },
    { name: "slo", groups: sloRecordingGroups(specs, { intervalSeconds }) },
    {
      name: "usage",
      groups: [
        {
          name: "usage",
          intervalSeconds: SLOW_SECONDS,
          rules: [...usageRules(intervalSeconds, priced), ...verdictRules({ seesOomKills: has("kubernetes"), priced })],
        },
        { name: "usage-correlation", intervalSeconds: SLOW_SECONDS, rules: correlationRules() },
      ],
    },
  ];
}

/** A cluster that is already there is paid for elsewhere: its services have no price here. */
const isPriced = ({ services }: PlatformFacts) => services.some(({ usdPerVcpuHour }) => usdPerVcpuHour !== null);

function alertFiles(plan: Plan, settings: MonitoringSettings): RuleFile[] {
  const specs = specsFromPlan(plan);
  const facts = platformFacts(plan);
  const intervalSeconds = settings.scrapeIntervalSeconds;
  const group = (name: string, rules: RuleGroup["rules"]): RuleGroup => ({ name, intervalSeconds, rules });
  const onKubernetes = plan.kubernetes.mode !== "off";
  return [
    {
      name: "alerts-slo",
      groups: sloAlertGroups(specs, { intervalSeconds, awake: `${SERIES.replicasExpected} > 0` }).map((one) => ({
        ...one,
        rules: one.rules.map((rule) => ({ ...rule, labels: { ...rule.labels, scope: "slo" } })),
      })),
    },
    {
      name: "alerts-service",
      groups: [
        group("alerts-health", healthAlerts()),
        group("alerts-resources", resourceAlerts()),
        group("alerts-usage", usageAlerts(isPriced(facts))),
      ],
    },
    {
      name: "alerts-platform",
      groups: [
        group("alerts-cost", costAlerts(facts)),
        group("alerts-spot", spotAlerts(plan)),
        ...(onKubernetes ? [group("alerts-kubernetes", kubernetesAlerts(plan))] : []),
        ...(onKubernetes ? [group("alerts-add-ons", addOnAlerts(plan))] : []),
        group("alerts-monitoring", monitoringAlerts(plan, settings)),
      ],
    },
  ];
}
