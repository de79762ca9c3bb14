import { resource } from "./build.ts";
import { type CapturedGraph, UNKNOWN } from "./captured.ts";
import { fixtureLabels } from "./fixture-labels.ts";
import { trust } from "./fixture-service.ts";
import { fixtureTags } from "./fixture-tags.ts";

const tags = fixtureTags();
const labels = fixtureLabels();
const metadataOptions = { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 };

/** A cluster on AWS: control plane, system nodes, managed add-ons, Karpenter and its pools. */
export function fixtureEks(): CapturedGraph {
  return [...controlPlane(), ...systemNodes(), ...managedAddOns(), ...karpenter()];
}

function controlPlane(): CapturedGraph {
  const assumeRolePolicy = trust("eks.amazonaws.com");
  return [
    resource("aws:kms/key:Key", { enableKeyRotation: true, tags }, { name: "eks-key" }),
    resource("aws:iam/role:Role", { assumeRolePolicy, tags }, { name: "eks-role" }),
    resource("aws:cloudwatch/logGroup:LogGroup", { retentionInDays: 14, tags }, { name: "eks-logs" }),
    resource(
      "aws:eks/cluster:Cluster",
      {
        name: "pyairtable-prod",
        version: "1.34",
        roleArn: UNKNOWN,
        vpcConfig: { subnetIds: UNKNOWN, endpointPrivateAccess: true, endpointPublicAccess: false },
        accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
        encryptionConfig: { provider: { keyArn: UNKNOWN }, resources: ["secrets"] },
        enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
        upgradePolicy: { supportType: "STANDARD" },
        deletionProtection: true,
        bootstrapSelfManagedAddons: false,
        tags,
      },
      { name: "eks" },
    ),
  ];
}

function systemNodes(): CapturedGraph {
  const disk = (deviceName: string) => ({ deviceName, ebs: { volumeType: "gp3", encrypted: "true" } });
  const template = resource(
    "aws:ec2/launchTemplate:LaunchTemplate",
    { metadataOptions, blockDeviceMappings: [disk("/dev/xvda"), disk("/dev/xvdb")], tags },
    { name: "eks-system" },
  );
  return [
    template,
    resource(
      "aws:eks/nodeGroup:NodeGroup",
      {
        clusterName: "pyairtable-prod",
        nodeRoleArn: UNKNOWN,
        subnetIds: UNKNOWN,
        version: "1.34",
        amiType: "BOTTLEROCKET_ARM_64",
        capacityType: "ON_DEMAND",
        instanceTypes: ["t4g.small"],
        scalingConfig: { minSize: 2, desiredSize: 2, maxSize: 2 },
        launchTemplate: { id: UNKNOWN, version: UNKNOWN },
        tags,
      },
      { name: "eks-system", dependencies: [template.urn] },
    ),
  ];
}

function managedAddOns(): CapturedGraph {
  const addOn = (addonName: string, addonVersion: string, values?: object) =>
    resource(
      "aws:eks/addon:Addon",
      {
        clusterName: "pyairtable-prod",
        addonName,
        addonVersion,
        ...(values === undefined ? {} : { configurationValues: JSON.stringify(values) }),
        tags,
      },
      { name: `eks-${addonName}` },
    );
  return [
    addOn("vpc-cni", "v1.21.1-eksbuild.1", { enableNetworkPolicy: "true" }),
    addOn("coredns", "v1.12.4-eksbuild.1"),
    addOn("kube-proxy", "v1.34.1-eksbuild.2"),
  ];
}

function karpenter(): CapturedGraph {
  const pool = (...capacityTypes: string[]) => ({
    limits: { cpu: "64", memory: "256Gi" },
    disruption: { consolidationPolicy: "WhenEmptyOrUnderutilized", budgets: [{ nodes: "10%" }] },
    template: {
      spec: {
        expireAfter: "336h",
        terminationGracePeriod: "30m",
        nodeClassRef: { group: "karpenter.k8s.aws", kind: "EC2NodeClass", name: "default" },
        requirements: [
          { key: "karpenter.sh/capacity-type", operator: "In", values: capacityTypes },
          { key: "kubernetes.io/arch", operator: "In", values: ["arm64"] },
        ],
      },
    },
  });
  const crd = resource(
    "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition",
    {
      metadata: { name: "nodepools.karpenter.sh", labels },
      spec: { group: "karpenter.sh", names: { kind: "NodePool" } },
    },
    { name: "nodepools.karpenter.sh" },
  );
  const release = resource(
    "kubernetes:helm.sh/v3:Release",
    {
      chart: "oci://public.ecr.aws/karpenter/karpenter",
      version: "1.6.0",
      namespace: "kube-system",
      skipCrds: true,
      atomic: true,
      values: { settings: { clusterName: "pyairtable-prod", interruptionQueue: "pyairtable-prod-karpenter" } },
    },
    { name: "karpenter", dependencies: [crd.urn] },
  );
  const custom = (type: string, name: string, spec: object) =>
    resource(
      `kubernetes:${type}`,
      { metadata: { name, labels }, spec },
      { name, dependencies: [crd.urn, release.urn] },
    );
  return [
    crd,
    release,
    custom("karpenter.k8s.aws/v1:EC2NodeClass", "default", {
      associatePublicIPAddress: false,
      amiSelectorTerms: [{ alias: "bottlerocket@v1.51.0" }],
      metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
      blockDeviceMappings: [{ deviceName: "/dev/xvdb", ebs: { encrypted: true } }],
      tags,
    }),
    custom("karpenter.sh/v1:NodePool", "spot", pool("spot", "on-demand")),
    custom("karpenter.sh/v1:NodePool", "on-demand", pool("on-demand")),
  ];
}
