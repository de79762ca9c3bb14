import type { CompositeAlarmArgs } from "@pulumi/aws/cloudwatch/compositeAlarm.js";
import type { Input } from "@pulumi/pulumi";
import { physicalName, resourceTags } from "../../shared/index.ts";
import { type Place, prefixOf } from "../place.ts";
import type { WatchedService } from "./watched.ts";

/** CloudWatch's limit of a rule, characters. */
const MOST_CHARACTERS = 10_240;

const COMPOSITES = [
  {
    key: "critical-users",
    says: "Users of a critical service feel it: 5xx answers or slow ones",
    kinds: ["errors-5xx", "latency-p95"],
  },
  { key: "critical-capacity", says: "A critical service runs fewer tasks than its floor", kinds: ["tasks-missing"] },
] as const;

/** One message for what many alarms say at once, 0.50 USD a month each; none where no critical service has such alarms. */
export function compositeAlarms(
  place: Place,
  services: readonly WatchedService[],
  topicArn: Input<string>,
): readonly { readonly key: string; readonly args: CompositeAlarmArgs }[] {
  const critical = services.filter(({ tier }) => tier === "critical");
  return COMPOSITES.flatMap(({ key, says, kinds }) => {
    const names = critical.flatMap(({ alarmNames }) =>
      alarmNames.filter((name) => kinds.some((kind) => name.endsWith(`-${kind}`))),
    );
    if (names.length === 0) return [];
    const alarmRule = names.map((name) => `ALARM("${name}")`).join(" OR ");
    if (alarmRule.length > MOST_CHARACTERS) throw new Error(`composite alarm ${key} has ${names.length} alarms`);
    const args = {
      alarmName: physicalName("alarm", `${prefixOf(place)}-${key}`),
      alarmDescription: says,
      alarmRule,
      alarmActions: [topicArn],
      okActions: [topicArn],
      tags: resourceTags(place.tags),
    };
    return [{ key, args }];
  });
}
