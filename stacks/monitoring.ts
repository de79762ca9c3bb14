import type * as pulumi from "@pulumi/pulumi";
import { hasAlarms, type Plan } from "@pyairtable/plan";
import {
  AlarmTopic,
  type Doors,
  inCloudWatch,
  Monitoring,
  MonitoringGroups,
  onEcs,
  type WatchedService,
  type World,
} from "../components/monitoring/index.ts";
import { dashboardsOf } from "./dashboards.ts";
import type { AwsPlace, EcsHalf } from "./ecs.ts";
import type { ServicesByName } from "./services.ts";

/** First of all: what every alarm tells. Undefined where the stack has no alarms. */
export function composeAlarmTopic(
  plan: Plan,
  accountId: string,
  opts: pulumi.ComponentResourceOptions,
): pulumi.Output<string> | undefined {
  if (!hasAlarms(plan)) return undefined;
  return new AlarmTopic("alarms", { plan, monitoring: plan.monitoring, accountId }, opts).arn;
}

/** Before the services: the groups by which tasks are scraped; undefined where no Prometheus scrapes them. */
export function composeMonitoringGroups(
  plan: Plan,
  { network, accountId }: AwsPlace,
  opts: pulumi.ComponentResourceOptions,
): MonitoringGroups | undefined {
  const { monitoring } = plan;
  if (monitoring.prometheus === "off") return undefined;
  return new MonitoringGroups("monitoring-groups", { plan, monitoring, accountId, vpcId: network.vpcId }, opts);
}

/** What watches the ECS half: tasks of Prometheus and Grafana where the plan has them, CloudWatch's alarms always. */
export function ecsWorlds(plan: Plan, half: EcsHalf): readonly World[] {
  const { network, accountId, alarmTopicArn, edge, cluster, services, groups } = half;
  const common = { accountId, clusterName: cluster.name, alarmTopicArn };
  const alarms = inCloudWatch({
    ...common,
    loadBalancerArnSuffix: edge.arnSuffix,
    services: watched(plan, services),
    after: [...services.values()],
  });
  if (groups === undefined) return [alarms];
  const tasks = onEcs({
    ...common,
    clusterArn: cluster.arn,
    vpcId: network.vpcId,
    privateSubnetIds: network.privateSubnetIds,
    monitoringSecurityGroupId: groups.monitoringSecurityGroupId,
  });
  return [tasks, alarms];
}

/** One component over every half of the stack. Returns where each half is found. */
export function composeMonitoring(
  plan: Plan,
  worlds: readonly World[],
  opts: pulumi.ComponentResourceOptions,
): Readonly<Record<string, Doors>> {
  if (worlds.length === 0) return {};
  const args = { plan, monitoring: plan.monitoring, dashboards: dashboardsOf(plan.environment), worlds };
  return new Monitoring("monitoring", args, opts).doors;
}

function watched(plan: Plan, services: ServicesByName): WatchedService[] {
  return plan.services.flatMap(({ name, tier }) => {
    const service = services.get(name);
    if (service === undefined) return [];
    return [{ name, tier, alarmNames: service.alarmNames, logGroupName: service.logGroupName }];
  });
}
