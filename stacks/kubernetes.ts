import type * as pulumi from "@pulumi/pulumi";
import type { KubernetesOutputValues } from "@pyairtable/outputs";
import type { Plan } from "@pyairtable/plan";
import { Kubernetes } from "../components/kubernetes/index.ts";
import type { AwsPlace } from "./ecs.ts";
import { kubernetesOutputsOf } from "./kubernetes-outputs.ts";

/** The Kubernetes half: on a cluster of ours in the platform's network, or on one that is already there. */
export function composeKubernetes(
  plan: Plan,
  place: AwsPlace | null,
  opts: pulumi.ComponentResourceOptions,
): KubernetesOutputValues {
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
  return kubernetesOutputsOf(plan, new Kubernetes("kubernetes", { plan, ...aws }, opts));
}
