import { CompositeAlarm } from "@pulumi/aws/cloudwatch/compositeAlarm.js";
import { Dashboard } from "@pulumi/aws/cloudwatch/dashboard.js";
import { LogMetricFilter } from "@pulumi/aws/cloudwatch/logMetricFilter.js";
import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import { HealthCheck } from "@pulumi/aws/route53/healthCheck.js";
import { type Input, output, type Resource } from "@pulumi/pulumi";
import { child } from "../../shared/index.ts";
import { placeOf, prefixOf } from "../place.ts";
import type { CloudWatchTransform } from "../transform.ts";
import type { World } from "../world.ts";
import { canaryAlarmArgs, canaryArgs } from "./canary.ts";
import { compositeAlarms } from "./composite.ts";
import { dashboardBody } from "./dashboard.ts";
import { metricFilters } from "./metric-filters.ts";
import type { WatchedService } from "./watched.ts";

export interface InCloudWatchArgs {
  readonly accountId: string;
  readonly clusterName: string;
  /** `app/name/id` of the load balancer. */
  readonly loadBalancerArnSuffix: Input<string>;
  readonly alarmTopicArn: Input<string>;
  /** Services on ECS with the names of their alarms and logs, plain. */
  readonly services: readonly WatchedService[];
  /** Identifiers of RDS instances and ElastiCache caches, plain. Default none. */
  readonly databases?: readonly string[];
  readonly caches?: readonly string[];
  /** What made the alarms: a composite alarm names alarms that are there. */
  readonly after?: readonly Resource[];
  readonly transform?: CloudWatchTransform;
}

/** What works while Prometheus does not: composite alarms, one dashboard; a canary and log lines counted by choice. */
export function inCloudWatch(args: InCloudWatchArgs): World {
  const { accountId, clusterName, services, databases = [], caches = [], after = [], transform } = args;
  return {
    kind: "cloudwatch",
    make: ({ name, plan, monitoring, parent }) => {
      const place = placeOf(plan, accountId);
      if (monitoring.alarms.composite)
        for (const { key, args: alarm } of compositeAlarms(place, services, args.alarmTopicArn))
          new CompositeAlarm(
            ...child(transform?.compositeAlarm, `${name}-${key}`, alarm, { parent, dependsOn: [...after] }),
          );
      if (monitoring.alarms.dashboard) {
        const body = output(args.loadBalancerArnSuffix).apply((loadBalancer) =>
          JSON.stringify(dashboardBody({ region: plan.region, clusterName, loadBalancer, databases, caches })),
        );
        const dashboard = { dashboardName: prefixOf(place), dashboardBody: body };
        new Dashboard(...child(transform?.dashboard, `${name}-dashboard`, dashboard, { parent }));
      }
      const { canary } = monitoring.alarms;
      if (canary !== null) {
        const asked = canaryArgs(place, plan.edge.domain, canary);
        const check = new HealthCheck(...child(transform?.healthCheck, `${name}-canary`, asked, { parent }));
        const alarm = canaryAlarmArgs(place, check.id, args.alarmTopicArn);
        new MetricAlarm(...child(transform?.alarm, `${name}-canary-alarm`, alarm, { parent }));
      }
      for (const { key, args: filter } of metricFilters(place, monitoring.logs, services))
        new LogMetricFilter(
          ...child(transform?.metricFilter, `${name}-count-${key}`, filter, { parent, dependsOn: [...after] }),
        );
      return {};
    },
  };
}
