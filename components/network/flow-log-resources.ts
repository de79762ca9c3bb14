import { LogGroup } from "@pulumi/aws/cloudwatch/index.js";
import { FlowLog } from "@pulumi/aws/ec2/index.js";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity.js";
import { Role, RolePolicy } from "@pulumi/aws/iam/index.js";
import type { Input } from "@pulumi/pulumi";
import { autonamed, child, resourceTags } from "../shared/index.ts";
import type { NetworkScope } from "./child-scope.ts";
import { flowLogArgs, flowLogPolicy, flowLogTrust } from "./flow-logs.ts";

/** Log group, role and flow log of the whole VPC. */
export function createFlowLogs({ parent, name, record, transform }: NetworkScope, vpcId: Input<string>): void {
  const opts = { parent };
  const { retentionDays, kmsKeyArn } = record.flowLogs;
  const logName = `${name}-flow-logs`;
  const tags = () => resourceTags(record.tags, logName);

  const group = new LogGroup(
    ...child(
      transform.flowLogGroup,
      autonamed("log-group", logName),
      { retentionInDays: retentionDays, kmsKeyId: kmsKeyArn, tags: tags() },
      opts,
    ),
  );
  const { accountId } = getCallerIdentityOutput({}, opts);
  const assumeRolePolicy = flowLogTrust(accountId);
  const role = new Role(
    ...child(transform.flowLogRole, autonamed("iam-role", `${logName}-role`), { assumeRolePolicy, tags: tags() }, opts),
  );
  const policy = new RolePolicy(
    ...child(
      transform.flowLogRolePolicy,
      `${logName}-policy`,
      { role: role.name, policy: flowLogPolicy(record.region, accountId, group.name) },
      opts,
    ),
  );
  const args = flowLogArgs(record, logName, { vpcId, logDestination: group.arn, iamRoleArn: role.arn });
  new FlowLog(...child(transform.flowLog, logName, args, { ...opts, dependsOn: [policy] }));
}
