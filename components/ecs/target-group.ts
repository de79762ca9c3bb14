import type { TargetGroupArgs } from "@pulumi/aws/lb/targetGroup.js";
import type { Input } from "@pulumi/pulumi";
import { resourceTags } from "../shared/index.ts";
import { shiftsTraffic } from "./deployment.ts";
import type { RouteRecord, ServiceRecord } from "./record.ts";

/** Ends of the logical names: one group, or two where a deployment moves traffic between them. */
export function targetGroupKeys({ route, deployment }: ServiceRecord): string[] {
  if (route === null) return [];
  return shiftsTraffic(deployment) ? ["tg", "tg-alt"] : ["tg"];
}

export function targetGroupArgs(record: ServiceRecord, route: RouteRecord, vpcId: Input<string>): TargetGroupArgs {
  return {
    vpcId,
    targetType: "ip",
    protocol: "HTTP",
    protocolVersion: "HTTP1",
    port: record.port,
    deregistrationDelay: record.drain.deregistrationDelaySeconds,
    loadBalancingAlgorithmType: route.algorithm,
    slowStart: route.slowStartSeconds,
    healthCheck: {
      enabled: true,
      protocol: "HTTP",
      port: "traffic-port",
      path: record.healthPath,
      matcher: "200",
      interval: route.checkIntervalSeconds,
      timeout: Math.min(3, route.checkIntervalSeconds - 1),
      healthyThreshold: 2,
      unhealthyThreshold: route.unhealthyThreshold,
    },
    tags: resourceTags(record.tags),
  };
}
