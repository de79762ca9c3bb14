import type { ServiceArgs as AwsServiceArgs } from "@pulumi/aws/ecs/service.js";
import type { DeploymentHookArgs } from "./deployment-args.ts";
import type { DeploymentRecord, ServiceRecord } from "./record.ts";

type Configuration = NonNullable<AwsServiceArgs["deploymentConfiguration"]>;

/** True for the strategies that keep two sets of tasks and move traffic between them. */
export function shiftsTraffic({ strategy }: DeploymentRecord): boolean {
  return strategy !== "rolling";
}

/** The provider takes minutes as text. */
export function deploymentConfiguration(deployment: DeploymentRecord): Configuration {
  const { strategy } = deployment;
  if (strategy === "rolling") return { strategy: "ROLLING" };
  const shared = {
    bakeTimeInMinutes: String(deployment.bakeMinutes),
    lifecycleHooks: deployment.hooks.map(hook),
  };
  const stepMinutes = String(deployment.stepMinutes);
  if (strategy === "canary")
    return {
      ...shared,
      strategy: "CANARY",
      canaryConfiguration: { canaryPercent: deployment.stepPercent, canaryBakeTimeInMinutes: stepMinutes },
    };
  if (strategy === "linear")
    return {
      ...shared,
      strategy: "LINEAR",
      linearConfiguration: { stepPercent: deployment.stepPercent, stepBakeTimeInMinutes: stepMinutes },
    };
  return { ...shared, strategy: "BLUE_GREEN" };
}

/**
 * A change of the capacity provider strategy is refused without a forced deployment, and a forced one needs a
 * trigger. So both are always set: the service is updated in place, never replaced.
 */
export function deploymentTriggers({ placement, calls }: ServiceRecord): Record<string, string> {
  const { onDemandBase, onDemandWeight, spotWeight } = placement;
  return {
    placement: `base ${onDemandBase}, on demand ${onDemandWeight}, spot ${spotWeight}`,
    calls: calls.join(" "),
  };
}

function hook(args: DeploymentHookArgs) {
  const lifecycleStages = [...args.stages];
  if (args.kind === "lambda")
    return { lifecycleStages, targetType: "AWS_LAMBDA", hookTargetArn: args.functionArn, roleArn: args.roleArn };
  return {
    lifecycleStages,
    targetType: "PAUSE",
    timeoutConfiguration: { timeoutInMinutes: String(args.timeoutMinutes), action: args.onTimeout },
  };
}
