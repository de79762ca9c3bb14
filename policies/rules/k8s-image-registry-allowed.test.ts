import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, editKubernetesContainer, initContainerWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sImageRegistryAllowed } from "./k8s-image-registry-allowed.ts";

const image = (name: string) => containerWith({ image: name });

export const mutant: Mutant = (graph) =>
  editKubernetesContainer(graph, (container) => (container.image = "docker.example/pyairtable/record-service:1.8.2"));

testRule(k8sImageRegistryAllowed, {
  config: { registries: ["*.dkr.ecr.*.amazonaws.com/*", "ghcr.io/kedacore/*"] },
  passes: {
    "the account's own": image("111122223333.dkr.ecr.us-east-1.amazonaws.com/pyairtable/a:1.0.0"),
    "a listed one": image("ghcr.io/kedacore/keda:2.17.2"),
  },
  fails: {
    "a bare name": [image("nginx:1.27"), /registry of container api\n {2}got {5}"nginx:1.27"/],
    "another owner of a listed host": [image("ghcr.io/else/keda:1"), /one of/],
    "a host that ends alike": [image("evil.example/x.dkr.ecr.us-east-1.amazonaws.com/a:1"), /one of/],
    "an init container": [initContainerWith({ image: "busybox:1.36" }), /init container migrate/],
    "no image": [containerWith({}), /got {5}""/],
  },
  unknown: image(UNKNOWN),
  mutant,
});
