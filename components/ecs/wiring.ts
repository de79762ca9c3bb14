import type { Input } from "@pulumi/pulumi";

/** What comes from other resources. Nothing here decides how many resources there are. */
export interface ServiceWiring {
  readonly clusterArn: Input<string>;
  /** ARN of the Service Connect namespace. */
  readonly namespaceArn: Input<string>;
  readonly vpcId: Input<string>;
  /** Subnets without a public address, one per zone. */
  readonly privateSubnetIds: Input<Input<string>[]>;
  /** HTTPS listener; needed by a public service. */
  readonly listenerArn?: Input<string>;
  /** Listener of test traffic; used by blue/green, canary and linear where present. */
  readonly testListenerArn?: Input<string>;
  /** `app/name/id`, the load balancer's metric dimension; needed by a public service. */
  readonly loadBalancerArnSuffix?: Input<string>;
  /** SNS topic the alarms tell; without one they only change state. */
  readonly alarmTopicArn?: Input<string>;
  /** Groups that the tasks wear beside their own, such as the one by which Prometheus scrapes them. Default none. */
  readonly moreSecurityGroupIds?: readonly Input<string>[];
  /** By name of an EFS volume of `volumes.efs`. */
  readonly fileSystems?: Readonly<Record<string, EfsWiring>>;
  /** VPC Lattice target group and the role ECS registers tasks with. */
  readonly lattice?: { readonly targetGroupArn: Input<string>; readonly roleArn: Input<string> };
}

export interface EfsWiring {
  readonly fileSystemId: Input<string>;
  readonly accessPointId: Input<string>;
}
