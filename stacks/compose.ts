import type * as pulumi from "@pulumi/pulumi";
import type { KubernetesOutputValues, PlatformOutputValues } from "@pyairtable/outputs";
import { type Plan, usesEcs } from "@pyairtable/plan";
import { Network } from "../components/network/index.ts";
import { type AwsPlace, composeEcs } from "./ecs.ts";
import { outputsOf } from "./outputs.ts";

/** The account things are made in. */
export interface AwsAccount {
  /** The AWS provider every AWS resource of the platform uses. */
  readonly provider: pulumi.ProviderResource;
  /** Twelve digits, known before anything is made: names and policies are built from it. */
  readonly accountId: string;
}

export interface StackOutputs {
  /** Where any service runs on ECS. */
  readonly platform?: PlatformOutputValues;
  /** Where there is a cluster. */
  readonly kubernetes?: KubernetesOutputValues;
}

/** Declares every resource of the plan and returns the stack's outputs. `aws` is null where nothing is made there. */
export async function compose(plan: Plan, aws: AwsAccount | null): Promise<StackOutputs> {
  const opts: pulumi.ComponentResourceOptions = aws === null ? {} : { providers: { aws: aws.provider } };
  const { region, zones, tags } = plan;
  const site =
    aws === null
      ? null
      : {
          network: new Network("network", { ...plan.network, region, zones, tags }, opts),
          accountId: aws.accountId,
        };
  const kubernetes = plan.kubernetes.mode === "off" ? {} : await kubernetesHalf(plan, site, opts);
  if (site === null || !usesEcs(plan)) return kubernetes;
  const ecs = composeEcs(plan, site, opts);
  return { platform: outputsOf(plan, { network: site.network, ...ecs }, ecs.services), ...kubernetes };
}

/** Loaded only where it is used: its modules would cost every other preview their start-up time. */
async function kubernetesHalf(
  plan: Plan,
  site: AwsPlace | null,
  opts: pulumi.ComponentResourceOptions,
): Promise<Pick<StackOutputs, "kubernetes">> {
  const { composeKubernetes } = await import("./kubernetes.ts");
  return { kubernetes: composeKubernetes(plan, site, opts) };
}
