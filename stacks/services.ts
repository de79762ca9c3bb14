import type * as pulumi from "@pulumi/pulumi";
import type { Plan, ServicePlan } from "@pyairtable/plan";
import { type Edge as CalleeEdge, connectServices, type EdgeEnd, fromPlan, Service } from "../components/ecs/index.ts";
import { instruments } from "../components/monitoring/index.ts";
import type { EcsHalf } from "./ecs.ts";

export type ServicesByName = ReadonlyMap<string, Service>;

/** Declares the services that run on ECS and the rules between them: one pair for each call in the catalog. */
export function composeServices(
  plan: Plan,
  { network, edge, cluster, accountId, groups, alarmTopicArn }: Omit<EcsHalf, "services">,
  opts: pulumi.ComponentResourceOptions,
): ServicesByName {
  const onEcs = plan.services.filter((service) => service.runtime === "ecs");
  const wiring = {
    accountId,
    cluster,
    vpcId: network.vpcId,
    privateSubnetIds: network.privateSubnetIds,
    listenerArn: edge.httpsListenerArn,
    testListenerArn: edge.testListenerArn,
    loadBalancerArnSuffix: edge.arnSuffix,
    alarmTopicArn,
  };
  const securityGroupIds = groups === undefined ? [] : [groups.monitoredSecurityGroupId];
  const services = new Map(
    onEcs.map((one) => {
      const watched = { ...instruments(plan, one, plan.monitoring), securityGroupIds };
      return [one.name, new Service(one.name, fromPlan(one, plan, { ...wiring, watched }), opts)];
    }),
  );
  const loadBalancer: EdgeEnd = { name: "alb", securityGroupId: edge.securityGroupId, tags: plan.tags };
  connectServices("calls", calleeEdges(onEcs, services, loadBalancer), opts);
  return services;
}

/** Every call between two services of this runtime, and the load balancer's calls to the public ones. */
function calleeEdges(plans: readonly ServicePlan[], services: ServicesByName, loadBalancer: EdgeEnd): CalleeEdge[] {
  const byName = new Map(plans.map((service) => [service.name, service]));
  const end = (service: ServicePlan): EdgeEnd => ({
    name: service.name,
    securityGroupId: (services.get(service.name) as Service).securityGroupId,
    tags: service.tags,
  });
  return plans.flatMap((service) => [
    ...(service.exposure === "public" ? [{ caller: loadBalancer, callee: end(service), port: service.port }] : []),
    ...service.calls
      .map((callee) => byName.get(callee))
      .filter((callee) => callee !== undefined)
      .map((callee) => ({ caller: end(service), callee: end(callee), port: callee.port })),
  ]);
}
