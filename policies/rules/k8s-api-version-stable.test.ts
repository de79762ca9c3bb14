import type { Mutant } from "../testing/captured.ts";
import { object } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sApiVersionStable } from "./k8s-api-version-stable.ts";

const of = (type: string) => object(`kubernetes:${type}`, "a");

export const mutant: Mutant = (graph) => void graph.push(of("resource.k8s.io/v1beta1:ResourceClaim"));

testRule(k8sApiVersionStable, {
  passes: {
    stable: of("policy/v1:PodDisruptionBudget"),
    "a later stable one": of("autoscaling/v2:HorizontalPodAutoscaler"),
    "an add-on's own": of("keda.sh/v1alpha1:ScaledObject"),
    "the Gateway API's": of("gateway.networking.k8s.io/v1beta1:ReferenceGrant"),
    "an add-on's under k8s.io": of("autoscaling.k8s.io/v1beta2:VerticalPodAutoscaler"),
  },
  fails: {
    "a beta": [of("policy/v1beta1:PodDisruptionBudget"), /API version\n {2}got {5}"v1beta1"/],
    "a beta below k8s.io": [of("networking.k8s.io/v1beta1:Ingress"), /v1beta1/],
    "an alpha": [of("storage.k8s.io/v1alpha1:VolumeAttributesClass"), /v1alpha1/],
  },
  mutant,
});
