import type { EventRuleArgs } from "@pulumi/aws/cloudwatch/eventRule.js";
import { EventRule } from "@pulumi/aws/cloudwatch/eventRule.js";
import { EVENT_RULES } from "@pyairtable/monitoring";
import { arnOf, child, resourceTags } from "../../shared/index.ts";
import { type Place, prefixOf } from "../place.ts";
import type { EcsScene } from "./scene.ts";

/** Both words, since the event does not always carry what the documentation says (aws/containers-roadmap#1565). */
const SPOT_STOPS = ["SpotInterruption", "TerminationNotice"];

/**
 * Rules without a target: that they match is what counts, and CloudWatch counts it for nothing. The exporter reads the
 * counts by the words in their names.
 */
export function spotEventRules(place: Place, clusterName: string): Readonly<Record<string, EventRuleArgs>> {
  const cluster = arnOf(place, "ecs", `cluster/${clusterName}`);
  const rule = (what: string, description: string, pattern: object): EventRuleArgs => ({
    name: `${prefixOf(place)}-${what}`,
    description,
    eventPattern: JSON.stringify({ source: ["aws.ecs"], ...pattern }),
    tags: resourceTags(place.tags),
  });
  return {
    interruption: rule(EVENT_RULES.interruption, "Tasks that Fargate Spot takes away", {
      "detail-type": ["ECS Task State Change"],
      detail: { clusterArn: [cluster], stopCode: SPOT_STOPS, lastStatus: ["STOPPED"] },
    }),
    placement: rule(EVENT_RULES.placement, "Tasks that ECS cannot place", {
      "detail-type": ["ECS Service Action"],
      detail: { clusterArn: [cluster], eventName: ["SERVICE_TASK_PLACEMENT_FAILURE"] },
    }),
  };
}

export function makeSpotEvents({ name, place, parent, wiring, transform }: EcsScene): void {
  for (const [key, args] of Object.entries(spotEventRules(place, wiring.clusterName)))
    new EventRule(...child(transform?.eventRule, `${name}-event-${key}`, args, { parent }));
}
