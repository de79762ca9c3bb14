import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import { child } from "../shared/index.ts";
import { alarmArgs, alarmName } from "./alarms.ts";
import type { ServiceRouting } from "./service-routing.ts";
import type { ServiceSite } from "./service-site.ts";

export interface NamedAlarm {
  readonly alarmName: string;
  readonly alarm: MetricAlarm;
}

/** Made before the service, which refers to some of them by name. */
export function makeAlarms(site: ServiceSite, { targetGroups }: ServiceRouting): NamedAlarm[] {
  const { name, record, wiring, transform, parent } = site;
  const dimensions = {
    topicArn: wiring.alarmTopicArn,
    loadBalancerArnSuffix: wiring.loadBalancerArnSuffix,
    targetGroupArnSuffixes: targetGroups.map((group) => group.arnSuffix),
  };
  return record.alarms.kinds.map((kind) => ({
    alarmName: alarmName(record, kind),
    alarm: new MetricAlarm(
      ...child(transform?.alarm, `${name}-alarm-${kind}`, alarmArgs(record, kind, dimensions), { parent }),
    ),
  }));
}
