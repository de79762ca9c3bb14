import { type Diagnostic, nearest, show } from "@pyairtable/diagnostics";
import {
  type CanaryPlan,
  type LogsPlan,
  type MonitoringPlan,
  type TracingPlan,
  type UnwatchedPlan,
  usesEcs,
} from "@pyairtable/plan";
import { within } from "./cidr.ts";
import defaults from "./data/defaults.json" with { type: "json" };

const CANARY_REGION = "us-east-1";

type Add = (code: string, path: string, got: unknown, wanted: string, fix: string) => void;

/** What is wrong with the choices themselves; settings, capacity and receivers have checks of their own. */
export function checkMonitoringPlan(plan: UnwatchedPlan, monitoring: MonitoringPlan): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const add: Add = (code, path, got, wanted, fix) =>
    found.push({ code: `monitoring.${code}`, path: `monitoring.${path}`, got: show(got), wanted, fix });
  checkChoices(plan, monitoring, add);
  checkViewers(monitoring.viewerCidrs, add);
  if (monitoring.tracing !== null) checkTracing(monitoring.tracing, add);
  checkLogs(plan, monitoring.logs, add);
  checkCanary(plan, monitoring.alarms.canary, add);
  for (const [index, email] of monitoring.alarms.emails.entries()) {
    if (!/^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(email))
      add("email", `alarms.emails[${index}]`, email, "an address of mail", "Correct it.");
  }
  return found;
}

function checkChoices(plan: UnwatchedPlan, { prometheus, kubernetes }: MonitoringPlan, add: Add): void {
  if (prometheus !== "off" && !usesEcs(plan))
    add("choice", "prometheus", prometheus, "off: no service runs on ECS", "Leave it out.");
  if (kubernetes === "off") return;
  if (plan.kubernetes.mode === "off")
    add("choice", "kubernetes", kubernetes, "off: there is no cluster", "Leave it out.");
  else if (!plan.kubernetes.addOns["prometheus-operator"].enabled)
    add(
      "choice",
      "kubernetes",
      kubernetes,
      "the add-on prometheus-operator",
      "Enable the add-on: it brings the types.",
    );
}

/** Route 53 keeps what its health checks see in one region. */
function checkCanary(plan: UnwatchedPlan, canary: CanaryPlan | null, add: Add): void {
  if (canary === null) return;
  const path = "alarms.canary";
  if (!/^\/[\w./~%-]{0,254}$/.test(canary.path))
    add("canary", `${path}.path`, canary.path, "a path such as /healthz", "Start it with a slash, without a query.");
  if (plan.region !== CANARY_REGION)
    add("canary", path, plan.region, `a stack in ${CANARY_REGION}, where the metric is`, "Leave it out.");
  if (!plan.services.some(({ runtime, route }) => runtime === "ecs" && route !== null))
    add("canary", path, "no public service on ECS", "a load balancer of ours to ask", "Leave it out.");
}

function checkViewers(cidrs: readonly string[], add: Add): void {
  if (cidrs.length === 0)
    add("public", "viewerCidrs", cidrs, "at least one private block", "Name the block of your VPN, or leave it out.");
  for (const [index, cidr] of cidrs.entries()) {
    if (!defaults.viewerRanges.some((range) => within(cidr, range)))
      add(
        "public",
        `viewerCidrs[${index}]`,
        cidr,
        `a block within ${defaults.viewerRanges.join(", ")}`,
        "Reach Grafana by VPN: dashboards and queries are open to whoever gets there.",
      );
  }
}

function checkTracing({ sampleShare, slowMs, decisionSeconds, tracesKept }: TracingPlan, add: Add): void {
  const { shareMost, decisionLeast, decisionMost, tracesMost } = defaults.tracingBounds;
  const between = (path: string, got: number, least: number, most: number, unit: string, fix: string) => {
    if (!(got >= least && got <= most)) add("tracing", `tracing.${path}`, got, `${least} to ${most} ${unit}`, fix);
  };
  between("sampleShare", sampleShare, 0, shareMost, "of ordinary traces", "Errors and slow ones are kept anyhow.");
  between("slowMs", slowMs, 1, 60_000, "milliseconds", "Use twice the p95 that you promise.");
  between("decisionSeconds", decisionSeconds, decisionLeast, decisionMost, "seconds", "Use 30.");
  between("tracesKept", tracesKept, 1000, tracesMost, "traces in memory", "Use 20000.");
}

function checkLogs(plan: UnwatchedPlan, { groupClass, infoShare, metricFilters }: LogsPlan, add: Add): void {
  if (!(infoShare >= 0 && infoShare <= 1)) add("log", "logs.infoShare", infoShare, "0 to 1", "Use 1, or less to save.");
  if (groupClass === "INFREQUENT_ACCESS" && metricFilters.length > 0)
    add(
      "log",
      "logs.metricFilters",
      `${metricFilters.length} filters`,
      "none in class INFREQUENT_ACCESS, which CloudWatch does not filter",
      "Count it in Prometheus, or keep the class STANDARD.",
    );
  const names = plan.services.map(({ name }) => name);
  for (const [index, filter] of metricFilters.entries()) {
    const path = `logs.metricFilters[${index}]`;
    if (!/^[A-Za-z][A-Za-z0-9]{1,63}$/.test(filter.name))
      add("log", `${path}.name`, filter.name, "letters and digits", "Rename the metric.");
    if (metricFilters.findIndex(({ name }) => name === filter.name) !== index)
      add("log", `${path}.name`, filter.name, "each metric once", "Rename one.");
    if (filter.pattern.trim() === "") add("log", `${path}.pattern`, filter.pattern, "a pattern", "Say what counts.");
    for (const service of filter.services.filter((one) => !names.includes(one))) {
      const meant = nearest(service, names);
      add(
        "unknown-service",
        `${path}.services`,
        service,
        "a service of the plan",
        meant ? `Write ${meant}.` : "Remove it.",
      );
    }
  }
}
