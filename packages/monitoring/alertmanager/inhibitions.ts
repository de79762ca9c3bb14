/** One inhibition as Alertmanager takes it. */
export interface InhibitRule {
  readonly source_matchers: readonly string[];
  readonly target_matchers: readonly string[];
  readonly equal: readonly string[];
}

const is = (label: string, ...values: readonly string[]) =>
  values.length === 1 ? `${label}="${values[0]}"` : `${label}=~"${values.join("|")}"`;

/** What one alert explains of others: nobody reads twenty messages about one node. Pages are never hidden by tickets. */
export const INHIBITIONS: readonly InhibitRule[] = [
  {
    source_matchers: [is("alertname", "NodeNotReady")],
    target_matchers: [is("scope", "pod")],
    equal: ["node"],
  },
  {
    source_matchers: [is("alertname", "ServiceDown")],
    target_matchers: [is("scope", "service", "pod", "slo"), is("severity", "ticket", "info")],
    equal: ["service"],
  },
  {
    source_matchers: [is("alertname", "ServiceDown")],
    target_matchers: [is("alertname", "HealthEndpointFailing")],
    equal: ["service"],
  },
  {
    source_matchers: [is("alertname", "CapacityShort")],
    target_matchers: [
      is("alertname", "ServiceReplicasBelowFloor", "SpotPlacementFailing", "PodUnschedulable", "DeploymentIncomplete"),
    ],
    equal: [],
  },
  {
    source_matchers: [is("alertname", "SloErrorBudgetBurnFast")],
    target_matchers: [
      is(
        "alertname",
        "SloErrorBudgetBurnSlow",
        "SloErrorBudgetBurnDay",
        "SloErrorBudgetBurnThreeDays",
        "SloErrorBudgetSpent",
      ),
    ],
    equal: ["service", "slo"],
  },
  {
    source_matchers: [is("alertname", "SloErrorBudgetBurnSlow")],
    target_matchers: [is("alertname", "SloErrorBudgetBurnDay", "SloErrorBudgetBurnThreeDays")],
    equal: ["service", "slo"],
  },
  {
    source_matchers: [is("alertname", "CostBurnFast")],
    target_matchers: [is("alertname", "CostBurnSlow", "CostDailyBudgetSpent")],
    equal: [],
  },
];
