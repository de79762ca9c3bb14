import type { Input } from "@pulumi/pulumi";
import type { Plan, ServicePlan } from "@pyairtable/plan";
import type { PolicyStatement } from "../shared/index.ts";
import type { ServiceArgs } from "./args.ts";
import type { Cluster } from "./cluster.ts";
import type { SidecarArgs } from "./container-args.ts";
import type { LogArgs } from "./log-args.ts";
import type { ServiceWiring } from "./wiring.ts";

/** What the plan does not hold: the account, and what other components made. */
export interface PlanWiring {
  /** Twelve digits, plain. */
  readonly accountId: string;
  readonly cluster: Pick<Cluster, "name" | "arn" | "namespaceArn" | "namespaceName" | "execPolicyStatements">;
  readonly vpcId: Input<string>;
  readonly privateSubnetIds: Input<Input<string>[]>;
  /** The load balancer; needed where the service is public. */
  readonly listenerArn?: Input<string>;
  readonly testListenerArn?: Input<string>;
  readonly loadBalancerArnSuffix?: Input<string>;
  readonly alarmTopicArn?: Input<string>;
  /** From the service's data needs. Default none. */
  readonly taskStatements?: readonly PolicyStatement[];
  /** What lets monitoring watch it (`instruments` of components/monitoring). Default nothing. */
  readonly watched?: {
    readonly securityGroupIds: readonly Input<string>[];
    readonly sidecars: readonly SidecarArgs[];
    readonly variables: Readonly<Record<string, string>>;
    readonly logs: Pick<LogArgs, "groupClass">;
  };
}

/** Args of one service of the plan; decides nothing. */
export function fromPlan(service: ServicePlan, plan: Plan, wiring: PlanWiring): ServiceArgs {
  const { cluster, watched } = wiring;
  const rolling = service.deployment.strategy === "rolling";
  return {
    service: service.name,
    project: plan.project,
    environment: plan.environment,
    region: plan.region,
    accountId: wiring.accountId,
    tags: service.tags,
    clusterName: cluster.name,
    namespaceName: cluster.namespaceName,
    architecture: service.architecture,
    image: service.image,
    cpuUnits: service.cpuUnits,
    memoryMiB: service.memoryMiB,
    replicas: service.replicas,
    placement: service.placement,
    drain: service.drain,
    port: service.port,
    healthPath: service.healthPath,
    startupSeconds: service.startupSeconds,
    route: service.route,
    calls: service.calls,
    variables: { ...service.environment, ...watched?.variables },
    sidecars: watched?.sidecars ?? [],
    secrets: service.secrets,
    logs: { retentionDays: service.logRetentionDays, ...watched?.logs },
    exec: plan.cluster.exec === null ? null : { why: plan.cluster.exec.why, statements: cluster.execPolicyStatements },
    taskStatements: wiring.taskStatements ?? [],
    scaling: {
      cpuPercent: service.scaling.cpuPercent,
      memoryPercent: service.scaling.memoryPercent,
      // The request metric belongs to one target group; the other strategies move between two.
      requestsPerMinute: rolling && service.route !== null ? service.scaling.requestsPerMinute : null,
    },
    offHours: service.offHours === "always-on" ? null : service.offHours,
    alarms: { latencyP95Ms: service.slo.latencyP95Ms },
    deployment: {
      strategy: service.deployment.strategy,
      minimumHealthyPercent: service.deployment.minimumHealthyPercent,
      maximumPercent: service.deployment.maximumPercent,
    },
    wiring: serviceWiring(wiring),
  };
}

function serviceWiring(wiring: PlanWiring): ServiceWiring {
  return {
    clusterArn: wiring.cluster.arn,
    namespaceArn: wiring.cluster.namespaceArn,
    vpcId: wiring.vpcId,
    privateSubnetIds: wiring.privateSubnetIds,
    listenerArn: wiring.listenerArn,
    testListenerArn: wiring.testListenerArn,
    loadBalancerArnSuffix: wiring.loadBalancerArnSuffix,
    alarmTopicArn: wiring.alarmTopicArn,
    ...(wiring.watched === undefined ? {} : { moreSecurityGroupIds: wiring.watched.securityGroupIds }),
  };
}
