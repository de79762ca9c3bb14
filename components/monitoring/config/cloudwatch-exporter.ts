/** What EventBridge counted of the rules that watch Spot: the only source of interruptions of Fargate. */
export function cloudwatchExporterConfig(region: string): Record<string, unknown> {
  return {
    apiVersion: "v1alpha1",
    "sts-region": region,
    customNamespace: [
      {
        name: "events",
        namespace: "AWS/Events",
        regions: [region],
        dimensionNameRequirements: ["RuleName"],
        metrics: [{ name: "TriggeredRules", statistics: ["Sum"], period: 60, length: 120, delay: 60, nilToZero: true }],
      },
    ],
  };
}
