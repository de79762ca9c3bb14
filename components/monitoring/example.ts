import type { Input } from "@pulumi/pulumi";
import { monitoringPlan } from "@pyairtable/monitoring/plan";
import type { Plan } from "@pyairtable/plan";
import {
  AlarmTopic,
  inCloudWatch,
  instruments,
  Monitoring,
  MonitoringGroups,
  onEcs,
  type WatchedService,
} from "./index.ts";

/** What another component or stack provides. */
export interface ExampleWiring {
  readonly accountId: string;
  readonly clusterName: string;
  readonly clusterArn: Input<string>;
  readonly vpcId: Input<string>;
  readonly privateSubnetIds: Input<Input<string>[]>;
  readonly loadBalancerArnSuffix: Input<string>;
  readonly services: readonly WatchedService[];
}

/** Everything watched, mail to the people on call, every tenth ordinary trace kept. */
export function example(plan: Plan, dashboards: Readonly<Record<string, string>>, wiring: ExampleWiring) {
  const monitoring = monitoringPlan(plan, {
    tracing: { sampleShare: 0.1 },
    alarms: { emails: ["on-call@example.com"] },
    logs: { groupClass: "INFREQUENT_ACCESS" },
  });
  const { accountId } = wiring;
  const topic = new AlarmTopic("alarms", { plan, monitoring, accountId });
  const groups = new MonitoringGroups("watch-groups", { plan, monitoring, accountId, vpcId: wiring.vpcId });
  const worlds = [
    onEcs({
      ...wiring,
      monitoringSecurityGroupId: groups.monitoringSecurityGroupId,
      alarmTopicArn: topic.arn,
      // The escape hatch: any child's args, typed, before it is made.
      transform: {
        fileSystem: (args) => {
          args.throughputMode = "elastic";
        },
      },
    }),
    inCloudWatch({ ...wiring, alarmTopicArn: topic.arn }),
  ];
  const made = new Monitoring("watch", { plan, monitoring, dashboards, worlds });
  const forServices = plan.services.map((service) => instruments(plan, service, monitoring));
  return { doors: made.doors, forServices };
}
