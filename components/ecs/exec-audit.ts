import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup.js";
import type { KeyArgs } from "@pulumi/aws/kms/key.js";
import type { Input } from "@pulumi/pulumi";
import {
  anyKeyArn,
  CRYPTOGRAPHY,
  dnsSuffix,
  KEY_ITSELF,
  keyPolicy,
  logGroupArn,
  type PolicyStatement,
  resourceTags,
} from "../shared/index.ts";
import type { ClusterRecord } from "./cluster-args.ts";

/** Encrypts the sessions and their log. IAM of the account may delegate its use; CloudWatch Logs only for this log. */
export function execKeyArgs(record: ClusterRecord): KeyArgs {
  return {
    description: `ECS Exec sessions of ${record.clusterName} and their audit log`,
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: keyPolicy(record, [
      {
        sid: "LogsEncryptTheAudit",
        principals: { service: [`logs.${record.region}.${dnsSuffix(record.region)}`] },
        actions: CRYPTOGRAPHY,
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
