import { type aws_ec2 as ec2, aws_ecs as ecs, aws_logs as logs, type Stack } from "aws-cdk-lib";
import type { ClusterPlan, Plan } from "../../packages/plan/index.ts";

const INSIGHTS: Record<ClusterPlan["containerInsights"], ecs.ContainerInsights> = {
  disabled: ecs.ContainerInsights.DISABLED,
  enabled: ecs.ContainerInsights.ENABLED,
  enhanced: ecs.ContainerInsights.ENHANCED,
};

export function addCluster(stack: Stack, plan: Plan, vpc: ec2.Vpc): ecs.Cluster {
  const { exec, containerInsights } = plan.cluster;
  return new ecs.Cluster(stack, "Cluster", {
    vpc,
    enableFargateCapacityProviders: true,
    containerInsightsV2: INSIGHTS[containerInsights],
    defaultCloudMapNamespace: { name: `${plan.environment}.${plan.project}`, useForServiceConnect: true },
    ...(exec === null ? {} : { executeCommandConfiguration: execAudit(stack, exec.auditRetentionDays) }),
  });
}

function execAudit(stack: Stack, retention: number): ecs.ExecuteCommandConfiguration {
  const cloudWatchLogGroup = new logs.LogGroup(stack, "ExecAudit", { retention });
  return { logging: ecs.ExecuteCommandLogging.OVERRIDE, logConfiguration: { cloudWatchLogGroup } };
}
