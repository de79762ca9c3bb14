import type * as pulumi from "@pulumi/pulumi";
import type { KubernetesOutputValues, PlatformOutputValues } from "@pyairtable/outputs";
import { type Plan, usesEcs } from "@pyairtable/plan";
import type { Doors, World } from "../components/monitoring/index.ts";
import { Network } from "../components/network/index.ts";
import { type AwsPlace, composeEcs } from "./ecs.ts";
import { composeAlarmTopic, composeMonitoring, ecsWorlds } from "./monitoring.ts";
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
  const alarmTopicArn = aws === null ? undefined : composeAlarmTopic(plan, aws.accountId, opts);
  const told = alarmTopicArn === undefined ? {} : { alarmTopicArn };
  const site =
    aws === null
      ? null
      : {
          network: new Network("network", { ...plan.network, region, zones, tags, ...told }, opts),
          accountId: aws.accountId,
          alarmTopicArn,
        };
  const cluster = plan.kubernetes.mode === "off" ? null : await kubernetesHalf(plan, site, opts);
  const ecs = site === null || !usesEcs(plan) ? null : composeEcs(plan, site, opts);
  const doors = composeMonitoring(
    plan,
    [...(ecs === null ? [] : ecsWorlds(plan, ecs)), ...(cluster?.worlds ?? [])],
    cluster === null ? opts : { providers: { ...opts.providers, kubernetes: cluster.provider } },
  );
  return {
    ...(ecs === null ? {} : { platform: outputsOf(plan, ecs, doors.ecs ?? {}) }),
    ...(cluster === null ? {} : { kubernetes: cluster.outputs(doors.kubernetes ?? {}) }),
  };
}

interface KubernetesHalf {
  readonly provider: pulumi.ProviderResource;
  readonly worlds: readonly World[];
  readonly outputs: (doors: Doors) => KubernetesOutputValues;
}

/** Loaded only where it is used: its modules would cost every other preview their start-up time. */
async function kubernetesHalf(
  plan: Plan,
  site: AwsPlace | null,
  opts: pulumi.ComponentResourceOptions,
): Promise<KubernetesHalf> {
  const [{ composeKubernetes, kubernetesWorlds }, { kubernetesOutputsOf }] = await Promise.all([
    import("./kubernetes.ts"),
    import("./kubernetes-outputs.ts"),
  ]);
  const kubernetes = composeKubernetes(plan, site, opts);
  return {
    provider: kubernetes.provider,
    worlds: kubernetesWorlds(plan, kubernetes),
    outputs: (doors) => kubernetesOutputsOf(plan, kubernetes, doors),
  };
}
