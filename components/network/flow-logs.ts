import type { FlowLogArgs } from "@pulumi/aws/ec2/index.js";
import type { Input } from "@pulumi/pulumi";
import { interpolate } from "@pulumi/pulumi";
import { assumedBy, policyDocument, resourceTags } from "../shared/index.ts";
import type { NetworkRecord } from "./args.ts";

/** Ten minutes: the cheaper of the two intervals AWS has, in records and in gigabytes. */
const AGGREGATION_SECONDS = 600;

/** Only flow logs of this account may take the role. */
export function flowLogTrust(accountId: Input<string>): Input<string> {
  return assumedBy("vpc-flow-logs.amazonaws.com", { StringEquals: { "aws:SourceAccount": accountId } });
}

/**
 * Writes streams of one log group; the group itself is made here, so no right to create any.
 * Built on the group's name, which a preview knows, not on its ARN, which it does not.
 */
export function flowLogPolicy(region: string, accountId: Input<string>, logGroupName: Input<string>): Input<string> {
  const logGroup = interpolate`arn:aws:logs:${region}:${accountId}:log-group:${logGroupName}`;
  return policyDocument([
    {
      sid: "WriteFlowLogs",
      actions: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
      resources: [logGroup, interpolate`${logGroup}:*`],
    },
    {
      sid: "FindLogGroup",
      actions: ["logs:DescribeLogGroups"],
      resources: ["*"],
      everyResourceBecause: "listing log groups has no narrower resource",
    },
  ]);
}

export function flowLogArgs(
  record: NetworkRecord,
  name: string,
  wiring: { vpcId: Input<string>; logDestination: Input<string>; iamRoleArn: Input<string> },
): FlowLogArgs {
  return {
    ...wiring,
    trafficType: "ALL",
    logDestinationType: "cloud-watch-logs",
    maxAggregationInterval: AGGREGATION_SECONDS,
    tags: resourceTags(record.tags, name),
  };
}
