import type { Case } from "./cases.ts";

const role = "arn:aws:iam::123456789012:role/nodes";
const key = "arn:aws:kms:us-east-1:123456789012:key/1";
const vpcConfig = { subnetIds: ["subnet-a", "subnet-b"], endpointPrivateAccess: true, endpointPublicAccess: false };
const template = { id: "lt-1", version: "1" };
const scalingConfig = { minSize: 2, desiredSize: 2, maxSize: 3 };
const send = {
  Effect: "Allow",
  Principal: { Service: "events.amazonaws.com" },
  Action: "sqs:SendMessage",
  Resource: "arn:aws:sqs:us-east-1:123456789012:q",
};
const policy = (statement: object): string => JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
const values = (settings: object) => ({ configurationValues: JSON.stringify(settings) });

export const EKS_CASES: readonly Case[] = [
  {
    type: "aws:eks/cluster:Cluster",
    good: {
      name: "shop",
      version: "1.34",
      roleArn: role,
      vpcConfig,
      accessConfig: { authenticationMode: "API" },
      upgradePolicy: { supportType: "STANDARD" },
      enabledClusterLogTypes: ["api", "audit"],
      encryptionConfig: { provider: { keyArn: key }, resources: ["secrets"] },
      kubernetesNetworkConfig: { serviceIpv4Cidr: "172.20.0.0/16" },
    },
    bad: [
      ["a version of yesterday", { version: "1.12" }, "version"],
      ["a patch version", { version: "1.34.1" }, "version"],
      ["one subnet", { vpcConfig: { ...vpcConfig, subnetIds: ["subnet-a"] } }, "vpcConfig.subnetIds"],
      [
        "an API server nobody reaches",
        { vpcConfig: { ...vpcConfig, endpointPrivateAccess: false } },
        "vpcConfig.endpointPrivateAccess",
      ],
      [
        "a private block for the public endpoint",
        { vpcConfig: { ...vpcConfig, publicAccessCidrs: ["10.0.0.0/8"] } },
        "vpcConfig.publicAccessCidrs[0]",
      ],
      ["a log it has not", { enabledClusterLogTypes: ["api", "etcd"] }, "enabledClusterLogTypes[1]"],
      [
        "aws-auth by another name",
        { accessConfig: { authenticationMode: "AWS_AUTH" } },
        "accessConfig.authenticationMode",
      ],
      ["a support that is not sold", { upgradePolicy: { supportType: "LONG" } }, "upgradePolicy.supportType"],
      [
        "encryption of everything",
        { encryptionConfig: { provider: { keyArn: key }, resources: ["pods"] } },
        "encryptionConfig.resources[0]",
      ],
      [
        "a key by its alias",
        {
          encryptionConfig: {
            provider: { keyArn: "arn:aws:kms:us-east-1:123456789012:alias/shop" },
            resources: ["secrets"],
          },
        },
        "encryptionConfig.provider.keyArn",
      ],
      [
        "public addresses for Services",
        { kubernetesNetworkConfig: { serviceIpv4Cidr: "8.8.0.0/16" } },
        "kubernetesNetworkConfig.serviceIpv4Cidr",
      ],
    ],
  },
  {
    type: "aws:eks/nodeGroup:NodeGroup",
    good: {
      clusterName: "shop",
      nodeRoleArn: role,
      subnetIds: ["subnet-a", "subnet-b"],
      amiType: "BOTTLEROCKET_ARM_64",
      capacityType: "ON_DEMAND",
      instanceTypes: ["t4g.medium", "m7gd.large"],
      version: "1.34",
      releaseVersion: "1.51.0-47438798",
      scalingConfig,
      launchTemplate: template,
      updateConfig: { maxUnavailable: 1 },
      taints: [{ key: "CriticalAddonsOnly", effect: "NO_SCHEDULE" }],
    },
    bad: [
      ["an image that does not exist", { amiType: "UBUNTU_ARM_64" }, "amiType"],
      ["an Intel instance under an ARM image", { instanceTypes: ["t4g.medium", "t3.medium"] }, "instanceTypes[1]"],
      [
        "a Graviton instance under an Intel image",
        { amiType: "BOTTLEROCKET_x86_64", instanceTypes: ["m7g.large"] },
        "instanceTypes[0]",
      ],
      ["a release of another system", { releaseVersion: "1.34.2-20251120" }, "releaseVersion"],
      ["Spot by another name", { capacityType: "FARGATE_SPOT" }, "capacityType"],
      ["a version nobody has", { version: "2.0" }, "version"],
      [
        "more nodes wanted than allowed",
        { scalingConfig: { ...scalingConfig, desiredSize: 4 } },
        "scalingConfig.desiredSize",
      ],
      ["no nodes at all", { scalingConfig: { minSize: 0, desiredSize: 0, maxSize: 0 } }, "scalingConfig.maxSize"],
      ["a template by id and name", { launchTemplate: { ...template, name: "t" } }, "launchTemplate"],
      ["a disk beside the template", { diskSize: 50 }, "diskSize"],
      ["a key pair beside the template", { remoteAccess: { ec2SshKey: "k" } }, "remoteAccess"],
      ["two ways of updating", { updateConfig: { maxUnavailable: 1, maxUnavailablePercentage: 50 } }, "updateConfig"],
      ["no node updated at a time", { updateConfig: { maxUnavailable: 0 } }, "updateConfig.maxUnavailable"],
      ["a taint spelled as Kubernetes does", { taints: [{ key: "a", effect: "NoSchedule" }] }, "taints[0].effect"],
    ],
  },
  {
    type: "aws:eks/addon:Addon",
    good: {
      clusterName: "shop",
      addonName: "vpc-cni",
      addonVersion: "v1.21.1-eksbuild.1",
      resolveConflictsOnCreate: "OVERWRITE",
      resolveConflictsOnUpdate: "PRESERVE",
      podIdentityAssociations: [{ serviceAccount: "aws-node", roleArn: role }],
      ...values({ enableNetworkPolicy: "true" }),
    },
    bad: [
      ["an add-on of Helm's", { addonName: "karpenter" }, "addonName"],
      ["an upstream version", { addonVersion: "v1.21.1" }, "addonVersion"],
      ["a create that preserves", { resolveConflictsOnCreate: "PRESERVE" }, "resolveConflictsOnCreate"],
      ["an update that does something else", { resolveConflictsOnUpdate: "MERGE" }, "resolveConflictsOnUpdate"],
      ["broken settings", { configurationValues: "{" }, "configurationValues"],
      ["a switch as a truth value", values({ enableNetworkPolicy: true }), "configurationValues.enableNetworkPolicy"],
      ["two ways to a role", { serviceAccountRoleArn: role }, "podIdentityAssociations"],
      [
        "an account Kubernetes has no name for",
        { podIdentityAssociations: [{ serviceAccount: "AWS_Node", roleArn: role }] },
        "podIdentityAssociations[0].serviceAccount",
      ],
    ],
  },
  {
    type: "aws:eks/accessEntry:AccessEntry",
    good: { clusterName: "shop", principalArn: role, type: "STANDARD", kubernetesGroups: ["viewers"] },
    bad: [
      ["a type it has not", { type: "LINUX" }, "type"],
      ["an assumed role", { principalArn: "arn:aws:sts::123456789012:assumed-role/a/b" }, "principalArn"],
      [
        "a node that is a person",
        { type: "EC2_LINUX", principalArn: "arn:aws:iam::123456789012:user/amy", kubernetesGroups: undefined },
        "principalArn",
      ],
      ["groups for a node", { type: "EC2_LINUX" }, "kubernetesGroups"],
      ["Kubernetes' own group", { kubernetesGroups: ["system:masters"] }, "kubernetesGroups[0]"],
    ],
  },
  {
    type: "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
    good: {
      clusterName: "shop",
      principalArn: role,
      policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
      accessScope: { type: "cluster" },
    },
    bad: [
      ["a policy of IAM", { policyArn: "arn:aws:iam::aws:policy/AmazonEKSViewPolicy" }, "policyArn"],
      ["a policy it has not", { policyArn: "arn:aws:eks::aws:cluster-access-policy/Root" }, "policyArn"],
      ["a scope it has not", { accessScope: { type: "pod" } }, "accessScope.type"],
      ["a namespace scope of no namespace", { accessScope: { type: "namespace" } }, "accessScope.namespaces"],
      [
        "namespaces of the whole cluster",
        { accessScope: { type: "cluster", namespaces: ["a"] } },
        "accessScope.namespaces",
      ],
    ],
  },
  {
    type: "aws:eks/podIdentityAssociation:PodIdentityAssociation",
    good: { clusterName: "shop", namespace: "kube-system", serviceAccount: "karpenter", roleArn: role },
    bad: [
      ["a namespace in capitals", { namespace: "Kube" }, "namespace"],
      ["an account with a slash", { serviceAccount: "a/b" }, "serviceAccount"],
      ["a user for a role", { roleArn: "arn:aws:iam::123456789012:user/a" }, "roleArn"],
    ],
  },
  {
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    good: {
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeType: "gp3", volumeSize: 20 } }],
      tagSpecifications: [{ resourceType: "instance", tags: { A: "1" } }],
    },
    bad: [
      ["tokens wanted by another name", { metadataOptions: { httpTokens: "mandatory" } }, "metadataOptions.httpTokens"],
      ["no hop at all", { metadataOptions: { httpPutResponseHopLimit: 0 } }, "metadataOptions.httpPutResponseHopLimit"],
      [
        "a volume of no type",
        { blockDeviceMappings: [{ ebs: { volumeType: "ssd" } }] },
        "blockDeviceMappings[0].ebs.volumeType",
      ],
      [
        "tags of what it does not start",
        { tagSpecifications: [{ resourceType: "vpc" }] },
        "tagSpecifications[0].resourceType",
      ],
    ],
  },
  {
    type: "aws:cloudwatch/eventTarget:EventTarget",
    good: {
      rule: "r",
      arn: "arn:aws:sqs:us-east-1:123456789012:q",
      retryPolicy: { maximumEventAgeInSeconds: 300, maximumRetryAttempts: 8 },
    },
    bad: [
      ["a URL for an ARN", { arn: "https://sqs.us-east-1.amazonaws.com/123456789012/q" }, "arn"],
      [
        "events that are too old",
        { retryPolicy: { maximumEventAgeInSeconds: 30 } },
        "retryPolicy.maximumEventAgeInSeconds",
      ],
      ["retries without end", { retryPolicy: { maximumRetryAttempts: 1000 } }, "retryPolicy.maximumRetryAttempts"],
    ],
  },
  {
    type: "aws:sqs/queuePolicy:QueuePolicy",
    good: { queueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/q", policy: policy(send) },
    bad: [
      ["an ARN for a URL", { queueUrl: "arn:aws:sqs:us-east-1:123456789012:q" }, "queueUrl"],
      ["a grant to nobody", { policy: policy({ ...send, Principal: undefined }) }, "policy.Statement[0].Principal"],
    ],
  },
];
