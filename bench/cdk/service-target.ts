import {
  Duration,
  type aws_ec2 as ec2,
  aws_ec2 as ec2Values,
  type aws_ecs as ecs,
  aws_elasticloadbalancingv2 as elb,
} from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { ServicePlan } from "../../packages/plan/index.ts";
import type { Edge } from "./edge.ts";

export interface TargetNeeds {
  readonly fargate: ecs.FargateService;
  readonly securityGroup: ec2.SecurityGroup;
  readonly vpc: ec2.Vpc;
  readonly edge: Edge;
}

/** Target group, listener rule and the two security group rules between balancer and service. */
export function addTarget(scope: Construct, service: ServicePlan, needs: TargetNeeds): elb.ApplicationTargetGroup {
  const { fargate, securityGroup, vpc, edge } = needs;
  const target = new elb.ApplicationTargetGroup(scope, "Target", {
    vpc,
    port: service.port,
    protocol: elb.ApplicationProtocol.HTTP,
    targetType: elb.TargetType.IP,
    deregistrationDelay: Duration.seconds(service.drain.deregistrationDelaySeconds),
    healthCheck: { path: service.healthPath, interval: Duration.seconds(10), timeout: Duration.seconds(5) },
  });
  fargate.attachToApplicationTargetGroup(target);
  const { paths, priority } = service.route!;
  new elb.ApplicationListenerRule(scope, "Rule", {
    listener: edge.listener,
    priority,
    conditions: [elb.ListenerCondition.pathPatterns([...paths])],
    action: elb.ListenerAction.forward([target]),
  });
  securityGroup.addIngressRule(edge.securityGroup, ec2Values.Port.tcp(service.port), "from the load balancer");
  return target;
}
