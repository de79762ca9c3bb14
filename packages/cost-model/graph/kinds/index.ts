import type { GraphKind } from "../types.ts";
import { alarmTopic } from "./alarm-topic.ts";
import { compositeAlarm } from "./composite-alarm.ts";
import { dashboard } from "./dashboard.ts";
import { ebsVolume } from "./ebs-volume.ts";
import { ec2Instance } from "./ec2-instance.ts";
import { ecsCluster } from "./ecs-cluster.ts";
import { ecsService } from "./ecs-service.ts";
import { eksAddon } from "./eks-addon.ts";
import { eksCluster } from "./eks-cluster.ts";
import { elasticIp } from "./elastic-ip.ts";
import { externalSecret } from "./external-secret.ts";
import { fileSystem } from "./file-system.ts";
import { fileSystemBackup } from "./file-system-backup.ts";
import { healthCheck } from "./health-check.ts";
import { kmsKey } from "./kms-key.ts";
import { kubernetesClaim } from "./kubernetes-claim.ts";
import { kubernetesIngress, kubernetesLoadBalancer } from "./kubernetes-exposure.ts";
import { kubernetesWorkload } from "./kubernetes-workload.ts";
import { loadBalancer } from "./load-balancer.ts";
import { logGroup } from "./log-group.ts";
import { logMetricFilter } from "./log-metric-filter.ts";
import { managedPrometheus } from "./managed-prometheus.ts";
import { metricAlarm } from "./metric-alarm.ts";
import { natGateway } from "./nat-gateway.ts";
import { nodeGroup } from "./node-group.ts";
import { privateZone } from "./private-zone.ts";
import { queue } from "./queue.ts";
import { rdsInstance } from "./rds-instance.ts";
import { s3Bucket } from "./s3-bucket.ts";
import { scalingPolicy } from "./scaling-policy.ts";
import { scalingShape } from "./scaling-shape.ts";
import { secret } from "./secret.ts";
import { taskDefinition } from "./task-definition.ts";
import { vpcEndpoint } from "./vpc-endpoint.ts";
import { webAcl } from "./web-acl.ts";

/** Every kind that has a price. */
export const KINDS: readonly GraphKind[] = [
  ecsService,
  taskDefinition,
  ecsCluster,
  scalingPolicy,
  scalingShape,
  loadBalancer,
  natGateway,
  elasticIp,
  vpcEndpoint,
  metricAlarm,
  logGroup,
  secret,
  kmsKey,
  webAcl,
  eksCluster,
  eksAddon,
  nodeGroup,
  queue,
  kubernetesWorkload,
  kubernetesIngress,
  kubernetesLoadBalancer,
  kubernetesClaim,
  externalSecret,
  ec2Instance,
  ebsVolume,
  rdsInstance,
  s3Bucket,
  fileSystem,
  fileSystemBackup,
  compositeAlarm,
  dashboard,
  privateZone,
  managedPrometheus,
  alarmTopic,
  healthCheck,
  logMetricFilter,
];
