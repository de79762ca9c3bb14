import { arnOf, dnsSuffix, type PolicyStatement, partition } from "../../../shared/index.ts";
import type { KarpenterRecord } from "./args.ts";

const CREATED_WITH_TAGS = [
  "fleet",
  "instance",
  "launch-template",
  "network-interface",
  "spot-instances-request",
  "volume",
] as const;
/** EC2's read actions take no resource. */
const READ_BECAUSE = "the action lists and takes no narrower resource; held to the region";

/**
 * What the controller may do: Karpenter's published policy for 1.6, with ec2:DescribeInstanceStatus of later ones.
 * Left out is all of IAM but passing one role, since its instance profile is made here. It starts only what carries
 * this cluster's tags, and stops only what does.
 */
export function controllerStatements(record: KarpenterRecord): PolicyStatement[] {
  return [...launch(record), ...endAndTag(record), ...read(record), ...own(record)];
}

function launch(record: KarpenterRecord): PolicyStatement[] {
  const any = (kind: string) => ec2(record, `${kind}/*`);
  const run = ["ec2:RunInstances", "ec2:CreateFleet"];
  return [
    {
      sid: "LaunchFrom",
      actions: run,
      resources: [
        ...["image", "snapshot"].map((kind) => `arn:${partition(record.region)}:ec2:${record.region}::${kind}/*`),
        ...["security-group", "subnet"].map((kind) => ec2(record, `${kind}/*`)),
      ],
    },
    {
      sid: "LaunchFromOwnTemplate",
      actions: run,
      resources: [any("launch-template")],
      conditions: owned(record),
    },
    {
      sid: "LaunchTagged",
      actions: [...run, "ec2:CreateLaunchTemplate"],
      resources: CREATED_WITH_TAGS.map(any),
      conditions: requested(record),
    },
    {
      sid: "TagAtLaunch",
      actions: ["ec2:CreateTags"],
      resources: CREATED_WITH_TAGS.map(any),
      conditions: {
        ...requested(record),
        StringEquals: {
          ...requested(record).StringEquals,
          "ec2:CreateAction": ["RunInstances", "CreateFleet", "CreateLaunchTemplate"],
        },
      },
    },
  ];
}

function endAndTag(record: KarpenterRecord): PolicyStatement[] {
  return [
    {
      sid: "TagOwnNode",
      actions: ["ec2:CreateTags"],
      resources: [ec2(record, "instance/*")],
      conditions: {
        ...owned(record),
        StringEqualsIfExists: { "aws:RequestTag/eks:eks-cluster-name": record.clusterName },
        "ForAllValues:StringEquals": { "aws:TagKeys": ["eks:eks-cluster-name", "karpenter.sh/nodeclaim", "Name"] },
      },
    },
    {
      sid: "EndOwn",
      actions: ["ec2:TerminateInstances", "ec2:DeleteLaunchTemplate"],
      resources: [ec2(record, "instance/*"), ec2(record, "launch-template/*")],
      conditions: owned(record),
    },
  ];
}

function read(record: KarpenterRecord): PolicyStatement[] {
  const kinds = [
    "CapacityReservations",
    "Images",
    "Instances",
    "InstanceStatus",
    "InstanceTypeOfferings",
    "InstanceTypes",
    "LaunchTemplates",
    "SecurityGroups",
    "SpotPriceHistory",
    "Subnets",
  ];
  return [
    {
      sid: "ReadRegion",
      actions: kinds.map((kind) => `ec2:Describe${kind}`),
      resources: ["*"],
      everyResourceBecause: READ_BECAUSE,
      conditions: { StringEquals: { "aws:RequestedRegion": record.region } },
    },
    {
      sid: "ReadImageIds",
      actions: ["ssm:GetParameter"],
      resources: [`arn:${partition(record.region)}:ssm:${record.region}::parameter/aws/service/bottlerocket/*`],
    },
    {
      sid: "ReadPrices",
      actions: ["pricing:GetProducts"],
      resources: ["*"],
      everyResourceBecause: "the price list takes no resource",
    },
  ];
}

function own(record: KarpenterRecord): PolicyStatement[] {
  const { accountId, region } = record;
  return [
    {
      sid: "ReadInterruptions",
      actions: ["sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage"],
      resources: [arnOf(record, "sqs", record.queueName)],
    },
    {
      sid: "PassNodeRole",
      actions: ["iam:PassRole"],
      resources: [`arn:${partition(region)}:iam::${accountId}:role/${record.nodeRoleName}`],
      conditions: { StringEquals: { "iam:PassedToService": `ec2.${dnsSuffix(region)}` } },
    },
    { sid: "FindCluster", actions: ["eks:DescribeCluster"], resources: [record.clusterArn] },
  ];
}

function ec2(record: KarpenterRecord, resource: string): string {
  return `arn:${partition(record.region)}:ec2:${record.region}:*:${resource}`;
}

/** What exists and is this cluster's. */
function owned({ clusterName }: KarpenterRecord) {
  return {
    StringEquals: { [`aws:ResourceTag/kubernetes.io/cluster/${clusterName}`]: "owned" },
    StringLike: { "aws:ResourceTag/karpenter.sh/nodepool": "*" },
  };
}

/** What is being made and says that it is this cluster's. */
function requested({ clusterName }: KarpenterRecord) {
  return {
    StringEquals: {
      [`aws:RequestTag/kubernetes.io/cluster/${clusterName}`]: "owned",
      "aws:RequestTag/eks:eks-cluster-name": clusterName,
    },
    StringLike: { "aws:RequestTag/karpenter.sh/nodepool": "*" },
  };
}
