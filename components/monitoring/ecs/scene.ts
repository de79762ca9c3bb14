import type { ComponentResource, Input, Output } from "@pulumi/pulumi";
import type { MonitoringPlan, Plan } from "@pyairtable/plan";
import type { ImageName } from "../images.ts";
import type { Place } from "../place.ts";
import type { EcsTransform } from "../transform.ts";

/** What every part of the ECS half is made with. */
export interface EcsScene {
  readonly name: string;
  readonly plan: Plan;
  readonly monitoring: MonitoringPlan;
  readonly place: Place;
  readonly parent: ComponentResource;
  readonly wiring: EcsWiring;
  readonly images: Partial<Record<ImageName, string>>;
  /** Grafana's pages by name. */
  readonly dashboards: Readonly<Record<string, string>>;
  readonly transform: EcsTransform | undefined;
}

export interface EcsWiring {
  /** Plain name of the ECS cluster; its ARN orders the services after it. */
  readonly clusterName: string;
  readonly clusterArn: Input<string>;
  readonly vpcId: Input<string>;
  /** One a zone of the plan, in its order. */
  readonly privateSubnetIds: Input<Input<string>[]>;
  /** Of `MonitoringGroups`. */
  readonly monitoringSecurityGroupId: Output<string>;
  readonly alarmTopicArn: Input<string>;
}
