import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup.js";
import type { KeyArgs } from "@pulumi/aws/kms/key.js";
import type { Input } from "@pulumi/pulumi";
import { type PolicyStatement, policyDocument, resourceTags } from "../shared/index.ts";
import { accountRootArn, anyKeyArn, dnsSuffix, logGroupArn } from "./arns.ts";
import type { ClusterRecord } from "./cluster-args.ts";

const KEY_ITSELF = "in a key's own policy * is that key";

/** Encrypts the sessions and their log. IAM of the account may delegate its use; CloudWatch Logs only for this log. */
export function execKeyArgs(record: ClusterRecord): KeyArgs {
  const cryptography = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];
  const administration = [
    "Create",
    "Delete",
    "Disable",
    "Enable",
    "Get",
    "List",
    "Put",
    "Revoke",
    "Tag",
    "Untag",
    "Update",
  ];
  return {
    description: `ECS Exec sessions of ${record.clusterName} and their audit log`,
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: policyDocument([
      {
        sid: "AccountDelegates",
        principals: { aws: [accountRootArn(record)] },
        actions: [
          ...cryptography,
          ...administration.map((verb) => `kms:${verb}*`),
          "kms:ScheduleKeyDeletion",
          "kms:CancelKeyDeletion",
        ],
        resources: ["*"],
        everyResourceBecause: KEY_ITSELF,
      },
      {
        sid: "LogsEncryptTheAudit",
        principals: { service: [`logs.${record.region}.${dnsSuffix(record.region)}`] },
        actions: cryptography,
        resources: ["*"],
        everyResourceBecause: KEY_ITSELF,
        conditions: {
          ArnEquals: { "kms:EncryptionContext:aws:logs:arn": logGroupArn(record, record.execLogGroupName) },
        },
      },
    ]),
    tags: resourceTags(record.tags, `${record.clusterName}-exec`),
  };
}

export function execLogGroupArgs(record: ClusterRecord, keyArn: Input<string>): LogGroupArgs {
  if (record.exec === null) throw new Error("an exec audit log without exec");
  return {
    name: record.execLogGroupName,
    retentionInDays: record.exec.auditRetentionDays,
    kmsKeyId: keyArn,
    tags: resourceTags(record.tags),
  };
}

/** What a task role needs so that a person can open a session in it; empty where exec is off. */
export function execPolicyStatements(record: ClusterRecord): PolicyStatement[] {
  if (record.exec === null) return [];
  return [
    {
      sid: "ExecChannel",
      actions: [
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
      ],
      resources: ["*"],
      everyResourceBecause: "these actions take no resource",
    },
    {
      sid: "ExecFindsItsLog",
      actions: ["logs:DescribeLogGroups"],
      resources: ["*"],
      everyResourceBecause: "listing log groups takes no narrower resource",
    },
    {
      sid: "ExecAudit",
      actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      resources: [`${logGroupArn(record, record.execLogGroupName)}:*`],
    },
    {
      // By alias, since the key's ARN is unknown until it is made.
      sid: "ExecKey",
      actions: ["kms:Decrypt"],
      resources: [anyKeyArn(record)],
      conditions: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": [record.execKeyAlias] } },
    },
  ];
}
