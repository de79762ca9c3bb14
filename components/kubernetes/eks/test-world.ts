import { costTags } from "@pyairtable/plan";
import { type MockWorld, nothingComputed } from "../../shared/test-mocks.ts";
import type { EksClusterArgs } from "./args.ts";

/** Type tokens of what this room makes. */
export const AWS = {
  accessEntry: "aws:eks/accessEntry:AccessEntry",
  accessPolicy: "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
  addOn: "aws:eks/addon:Addon",
  alias: "aws:kms/alias:Alias",
  cluster: "aws:eks/cluster:Cluster",
  eventRule: "aws:cloudwatch/eventRule:EventRule",
  eventTarget: "aws:cloudwatch/eventTarget:EventTarget",
  ingress: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  instanceProfile: "aws:iam/instanceProfile:InstanceProfile",
  key: "aws:kms/key:Key",
  launchTemplate: "aws:ec2/launchTemplate:LaunchTemplate",
  logGroup: "aws:cloudwatch/logGroup:LogGroup",
  nodeGroup: "aws:eks/nodeGroup:NodeGroup",
  podIdentity: "aws:eks/podIdentityAssociation:PodIdentityAssociation",
  queue: "aws:sqs/queue:Queue",
  queuePolicy: "aws:sqs/queuePolicy:QueuePolicy",
  role: "aws:iam/role:Role",
  rolePolicy: "aws:iam/rolePolicy:RolePolicy",
  rolePolicyAttachment: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  securityGroup: "aws:ec2/securityGroup:SecurityGroup",
} as const;

export const KUBERNETES = {
  provider: "pulumi:providers:kubernetes",
  release: "kubernetes:helm.sh/v3:Release",
  nodeClass: "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass",
  nodePool: "kubernetes:karpenter.sh/v1:NodePool",
} as const;

export const COMPONENTS = {
  cluster: "pyairtable:kubernetes:EksCluster",
  karpenter: "pyairtable:kubernetes:Karpenter",
} as const;

const tokens = [AWS, KUBERNETES, COMPONENTS].flatMap((table) => Object.values(table));

/** Every type this room may make, and no function: a call is a defect. */
export const WORLD: MockWorld = {
  types: {
    ...Object.fromEntries(tokens.map((token) => [token, nothingComputed])),
    [AWS.cluster]: ({ vpcConfig }) => ({
      endpoint: "https://0123456789ABCDEF.gr7.us-east-1.eks.amazonaws.com",
      certificateAuthority: { data: "LS0tLS1CRUdJTg==" },
      vpcConfig: { ...(vpcConfig as object), clusterSecurityGroupId: "sg-cluster" },
    }),
    [AWS.key]: (_, name) => ({ keyId: `${name}-key` }),
    [AWS.launchTemplate]: () => ({ latestVersion: 3 }),
    [AWS.queue]: (_, name) => ({ url: `https://queue/${name}` }),
  },
};

export const TAGS = costTags({
  project: "pyairtable",
  environment: "prod",
  service: "platform",
  owner: "team-platform",
  costCenter: "cc-100",
});

export const ADMIN = "arn:aws:iam::111122223333:role/deployers/pulumi";

export function clusterArgs(over: Partial<EksClusterArgs> = {}): EksClusterArgs {
  return {
    project: "pyairtable",
    environment: "prod",
    region: "us-east-1",
    accountId: "111122223333",
    tags: TAGS,
    version: "1.34",
    zones: ["us-east-1a", "us-east-1b", "us-east-1c"],
    adminPrincipalArns: [ADMIN],
    system: { instanceType: "t4g.medium", count: 2 },
    logRetentionDays: 14,
    wiring: { vpcId: "vpc-1", privateSubnetIds: ["subnet-a", "subnet-b", "subnet-c"] },
    ...over,
  };
}
