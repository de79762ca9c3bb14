import type * as pulumi from "@pulumi/pulumi";
import type { Plan } from "@pyairtable/plan";
import { Kubernetes } from "../components/kubernetes/index.ts";
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
  return new Kubernetes("kubernetes", { plan, ...aws }, opts);
}
