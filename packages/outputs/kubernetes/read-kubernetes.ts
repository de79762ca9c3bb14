import type * as pulumi from "@pulumi/pulumi";
import { type OtherContract, quietly, readContract } from "../read-contract.ts";
import { PLATFORM_OUTPUT } from "../version.ts";
import type { KubernetesOutputs } from "./contract.ts";
import type { KubernetesServiceOutputs } from "./contract-service.ts";
import { findKubernetesService, KUBERNETES_CONTRACT } from "./parse-kubernetes.ts";

/** Typed outputs of a stack's Kubernetes half. `Output` lifts fields: `kubernetes.cluster.endpoint`. */
export interface KubernetesPlatform {
  /** Stack it reads: `organization/project/stack`. */
  readonly stack: string;
  readonly all: pulumi.Output<KubernetesOutputs>;
  readonly environment: pulumi.Output<string>;
  readonly mode: pulumi.Output<KubernetesOutputs["mode"]>;
  readonly cluster: pulumi.Output<KubernetesOutputs["cluster"]>;
  readonly namespaces: pulumi.Output<KubernetesOutputs["namespaces"]>;
  readonly addOns: pulumi.Output<KubernetesOutputs["addOns"]>;
  readonly gitops: pulumi.Output<KubernetesOutputs["gitops"]>;
  readonly cost: pulumi.Output<KubernetesOutputs["cost"]>;
  readonly availability: pulumi.Output<KubernetesOutputs["availability"]>;
  /** One service by catalog name; an unknown name fails with the nearest names. */
  service(name: string): pulumi.Output<KubernetesServiceOutputs>;
  /** Plain values, for decisions of shape such as a loop over services. */
  values(): Promise<KubernetesOutputs>;
  /** Plain values of one service; an unknown name fails as in `service`. */
  serviceValues(name: string): Promise<KubernetesServiceOutputs>;
}

const ECS_ONLY: OtherContract = {
  output: PLATFORM_OUTPUT,
  onlyThat: {
    code: "outputs.no-kubernetes-half",
    got: `no such output, but the output ${PLATFORM_OUTPUT}`,
    wanted: "a stack whose kubernetes.mode is eks or existing",
    fix: "Read it with readPlatform: all its services run on ECS.",
  },
};

/**
 * Reads the Kubernetes contract of a deployed platform stack, checked and typed; errors as `readPlatform` has them.
 *
 * @param stack `organization/project/stack`; with a self-managed backend the organisation is `organization`.
 */
export function readKubernetes(stack: string, opts?: pulumi.CustomResourceOptions): KubernetesPlatform {
  const { all, part, values } = readContract("readKubernetes", KUBERNETES_CONTRACT, ECS_ONLY, stack, opts);
  const find = (kubernetes: unknown, name: string): KubernetesServiceOutputs =>
    quietly(() => findKubernetesService(kubernetes as KubernetesOutputs, name, stack));
  return {
    stack,
    all,
    environment: part("environment"),
    mode: part("mode"),
    cluster: part("cluster"),
    namespaces: part("namespaces"),
    addOns: part("addOns"),
    gitops: part("gitops"),
    cost: part("cost"),
    availability: part("availability"),
    service: (name) => all.apply((value) => find(value, name)) as pulumi.Output<KubernetesServiceOutputs>,
    values,
    serviceValues: async (name) => find(await values(), name),
  };
}
