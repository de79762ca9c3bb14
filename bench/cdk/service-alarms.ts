import {
  aws_cloudwatch as cloudwatch,
  Duration,
  type aws_ecs as ecs,
  aws_elasticloadbalancingv2 as elb,
} from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { ServicePlan } from "../../packages/plan/index.ts";

/** Too few tasks, memory high, errors: the alarms of the other side. */
export function addAlarms(
  scope: Construct,
  service: ServicePlan,
  fargate: ecs.FargateService,
  target: elb.ApplicationTargetGroup | null,
): void {
  const period = Duration.minutes(1);
  const running = fargate.metricCpuUtilization({ period, statistic: "SampleCount" });
  alarm(scope, "Tasks", running, service.replicas.min, cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD);
  alarm(scope, "Memory", fargate.metricMemoryUtilization({ period }), 90);
  const errors =
    target?.metrics.httpCodeTarget(elb.HttpCodeTarget.TARGET_5XX_COUNT, { period }) ??
    fargate.metric("HTTPCode_Target_5XX_Count", { period, statistic: "Sum" });
  alarm(scope, "Errors", errors, 10);
}

function alarm(
  scope: Construct,
  id: string,
  metric: cloudwatch.IMetric,
  threshold: number,
  comparisonOperator = cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
): void {
  new cloudwatch.Alarm(scope, `${id}Alarm`, {
    metric,
    threshold,
    comparisonOperator,
    evaluationPeriods: 3,
    treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
  });
}
