import type { Input } from "@pulumi/pulumi";
import { accountRootArn, type Place } from "./arns.ts";
import { type PolicyStatement, policyDocument } from "./policy-document.ts";

/** Why the statements of a key's policy name `*`. */
export const KEY_ITSELF = "in a key's own policy * is that key";

/** What a service does with a key it encrypts by. */
export const CRYPTOGRAPHY = [
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKey*",
  "kms:ReEncrypt*",
] as const;

const ADMINISTRATION = [
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

/** Policy of a customer-managed key: the account's IAM delegates its use, and `statements` add what services need. */
export function keyPolicy(place: Place, statements: readonly PolicyStatement[] = []): Input<string> {
  return policyDocument([
    {
      sid: "AccountDelegates",
      principals: { aws: [accountRootArn(place)] },
      actions: [
        ...CRYPTOGRAPHY,
        ...ADMINISTRATION.map((verb) => `kms:${verb}*`),
        "kms:ScheduleKeyDeletion",
        "kms:CancelKeyDeletion",
      ],
      resources: ["*"],
      everyResourceBecause: KEY_ITSELF,
    },
    ...statements,
  ]);
}
