import { Policy } from "@pulumi/aws/appautoscaling/policy.js";
import { ScheduledAction } from "@pulumi/aws/appautoscaling/scheduledAction.js";
import { Target } from "@pulumi/aws/appautoscaling/target.js";
import type { Resource } from "@pulumi/pulumi";
import { child } from "../shared/index.ts";
import { scalesByItself, scalingPolicies, scalingTargetArgs, scheduledActions } from "./autoscaling.ts";
import type { ServiceRouting } from "./service-routing.ts";
import type { ServiceSite } from "./service-site.ts";

/** Application Auto Scaling; nothing where the size is fixed or another owns it. */
export function makeScaling(site: ServiceSite, service: Resource, { targetGroups }: ServiceRouting): void {
  const { name, record, wiring, transform, parent } = site;
  if (!scalesByItself(record)) return;
  const target = new Target(
    ...child(transform?.scalingTarget, `${name}-scaling`, scalingTargetArgs(record), {
      parent,
      dependsOn: [service],
      // Scheduled actions move both bounds; putting them back would wake a sleeper at the next deployment.
      ignoreChanges: record.offHours === null ? [] : ["minCapacity", "maxCapacity"],
    }),
  );
  const opts = { parent, dependsOn: [target] };
  const [group] = targetGroups;
  const requests =
    group === undefined || wiring.loadBalancerArnSuffix === undefined
      ? null
      : { loadBalancerArnSuffix: wiring.loadBalancerArnSuffix, targetGroupArnSuffix: group.arnSuffix };
  for (const { key, args } of scalingPolicies(record, requests))
    new Policy(...child(transform?.scalingPolicy, `${name}-scale-${key}`, args, opts));
  for (const { key, args } of scheduledActions(record))
    new ScheduledAction(...child(transform?.scheduledAction, `${name}-${key}`, args, opts));
}
