import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup.js";
import { resourceTags } from "../shared/index.ts";
import type { ServiceRecord } from "./record.ts";

/** Its path is a contract: dashboards and queries name it. */
export function logGroupArgs({ logs, tags }: ServiceRecord): LogGroupArgs {
  return {
    name: logs.groupName,
    retentionInDays: logs.retentionDays,
    logGroupClass: logs.groupClass,
    ...(logs.kmsKeyArn === null ? {} : { kmsKeyId: logs.kmsKeyArn }),
    tags: resourceTags(tags),
  };
}
