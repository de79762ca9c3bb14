import {
  aws_cloudwatch as cloudwatch,
  Duration,
  type aws_ecs as ecs,
  aws_elasticloadbalancingv2 as elb,
} from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { ServicePlan } from "../../packages/plan/index.ts";

/** The alarms a deployment rolls back on. */
export function addAlarms(
  scope: Construct,
  service: ServicePlan,
  fargate: ecs.FargateService,
  target: elb.ApplicationTargetGroup | null,
): void {
  const period = Duration.minutes(1);
  if (target === null) {
    alarm(scope, "Cpu", fargate.metricCpuUtilization({ period }), 95);
    return;
  }
  const errors = target.metrics.httpCodeTarget(elb.HttpCodeTarget.TARGET_5XX_COUNT, { period });
  alarm(scope, "Errors", errors, 10);
  alarm(scope, "Latency", target.metrics.targetResponseTime({ period }), (service.slo.latencyP95Ms / 1000) * 2);
}

function alarm(scope: Construct, id: string, metric: cloudwatch.IMetric, threshold: number): void {
  new cloudwatch.Alarm(scope, `${id}Alarm`, {
    metric,
    threshold,
    evaluationPeriods: 3,
    treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
  });
}
