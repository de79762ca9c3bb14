import type * as pulumi from "@pulumi/pulumi";
import type { PlatformOutputs, ServiceOutputs } from "./contract.ts";
import { KUBERNETES_OUTPUT } from "./kubernetes/version.ts";
import { findService, PLATFORM_CONTRACT } from "./parse-platform.ts";
import { type OtherContract, quietly, readContract } from "./read-contract.ts";

export { type KubernetesPlatform, readKubernetes } from "./kubernetes/read-kubernetes.ts";

/** Typed outputs of a platform stack. `Output` lifts fields: `platform.network.vpcId` is an `Output<string>`. */
export interface Platform {
  /** Stack it reads: `organization/project/stack`. */
  readonly stack: string;
  readonly all: pulumi.Output<PlatformOutputs>;
  readonly environment: pulumi.Output<string>;
  readonly region: pulumi.Output<string>;
  readonly network: pulumi.Output<PlatformOutputs["network"]>;
  readonly cluster: pulumi.Output<PlatformOutputs["cluster"]>;
  readonly edge: pulumi.Output<PlatformOutputs["edge"]>;
  readonly cost: pulumi.Output<PlatformOutputs["cost"]>;
  readonly availability: pulumi.Output<PlatformOutputs["availability"]>;
  /** One service by catalog name; an unknown name fails with the nearest names. */
  service(name: string): pulumi.Output<ServiceOutputs>;
  /** Plain values, for decisions of shape such as a loop over services: `await platform.values()`. */
  values(): Promise<PlatformOutputs>;
  /** Plain values of one service; an unknown name fails as in `service`. */
  serviceValues(name: string): Promise<ServiceOutputs>;
}

const KUBERNETES_ONLY: OtherContract = {
  output: KUBERNETES_OUTPUT,
  onlyThat: {
    code: "outputs.no-ecs-half",
    got: `no such output, but the output ${KUBERNETES_OUTPUT}`,
    wanted: "a stack with services on ECS",
    fix: "Read it with readKubernetes: all its services run on Kubernetes, so it has no load balancer and no ECS cluster.",
  },
};

/**
 * Reads the contract of a deployed platform stack, checked and typed.
 *
 * @param stack `organization/project/stack`; with a self-managed backend the organisation is `organization`.
 * Throws a `UserError` at once for a malformed name. Everything else (no such output, another contract,
 * another major version, a secret, a broken value) fails the program with one message and no stack trace.
 */
export function readPlatform(stack: string, opts?: pulumi.CustomResourceOptions): Platform {
  const { all, part, values } = readContract("readPlatform", PLATFORM_CONTRACT, KUBERNETES_ONLY, stack, opts);
  const find = (platform: unknown, name: string): ServiceOutputs =>
    quietly(() => findService(platform as PlatformOutputs, name, stack));
  return {
    stack,
    all,
    environment: part("environment"),
    region: part("region"),
    network: part("network"),
    cluster: part("cluster"),
    edge: part("edge"),
    cost: part("cost"),
    availability: part("availability"),
    service: (name) => all.apply((platform) => find(platform, name)) as pulumi.Output<ServiceOutputs>,
    values,
    serviceValues: async (name) => find(await values(), name),
  };
}
