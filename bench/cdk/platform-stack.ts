import { Stack, type StackProps, Tags } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { CostTags, Plan } from "../../packages/plan/index.ts";
import { addCluster } from "./cluster.ts";
import { addEdge } from "./edge.ts";
import { addNetwork } from "./network.ts";
import { addService, type ServiceParts } from "./service.ts";
import { addSecurityGroupEdges } from "./service-edges.ts";

export interface PlatformStackProps extends StackProps {
  readonly plan: Plan;
}

export class PlatformStack extends Stack {
  constructor(scope: Construct, id: string, props: PlatformStackProps) {
    super(scope, id, props);
    const { plan } = props;
    tag(this, plan.tags);
    const vpc = addNetwork(this, plan);
    const edge = addEdge(this, plan, vpc);
    const cluster = addCluster(this, plan, vpc);
    const parts = new Map<string, ServiceParts>();
    for (const service of plan.services) {
      if (service.runtime !== "ecs") continue;
      const made = addService(this, plan, service, { vpc, cluster, edge });
      tag(made.scope, service.tags);
      parts.set(service.name, made);
    }
    addSecurityGroupEdges(this, plan, parts);
  }
}

function tag(scope: Construct, tags: CostTags): void {
  for (const [key, value] of Object.entries(tags)) Tags.of(scope).add(key, value);
}
