import type * as pulumi from "@pulumi/pulumi";
import type { Plan } from "@pyairtable/plan";
import { Kubernetes } from "../components/kubernetes/index.ts";
import type { World } from "../components/monitoring/index.ts";
import { collectorPeer, onKubernetes } from "../components/monitoring/kubernetes/index.ts";
import type { AwsPlace } from "./ecs.ts";

/** The Kubernetes half: on a cluster of ours in the platform's network, or on one that is already there. */
export function composeKubernetes(
  plan: Plan,
  place: AwsPlace | null,
  opts: pulumi.ComponentResourceOptions,
): Kubernetes {
  const aws =
    place === null
      ? {}
      : {
          aws: {
            accountId: place.accountId,
            vpcId: place.network.vpcId,
            privateSubnetIds: place.network.privateSubnetIds,
          },
        };
  const collector = collectorPeer(plan.monitoring);
  const services = collector === undefined ? {} : { services: { collector } };
  return new Kubernetes("kubernetes", { plan, ...aws, ...services }, opts);
}

/** What watches it, where the plan has that. Not after the services: it sees them start. */
export function kubernetesWorlds(plan: Plan, { secretStore, ready }: Kubernetes): readonly World[] {
  return plan.monitoring.kubernetes === "off" ? [] : [onKubernetes({ secretStore, dependsOn: ready })];
}
