import assert from "node:assert/strict";
import type { LaunchTemplateArgs } from "@pulumi/aws/ec2/launchTemplate.js";
import type { ClusterArgs } from "@pulumi/aws/eks/cluster.js";
import type { NodeGroupArgs } from "@pulumi/aws/eks/nodeGroup.js";
import { output, type Unwrap } from "@pulumi/pulumi";
import { COST_TAG_KEYS } from "@pyairtable/plan";
import { recordProgram, resourceOf, resourcesOf, settled, UNKNOWN } from "../../shared/test-mocks.ts";
import type { EksClusterArgs } from "./args.ts";
import { EksCluster } from "./eks-cluster.ts";
import { recordEdges } from "./test-edges.ts";
import { AWS, clusterArgs, TAGS, WORLD } from "./test-world.ts";
import { ADD_ON_NAMES, addOnVersion } from "./versions.ts";

const record = (over: Partial<EksClusterArgs> = {}, preview = false) =>
  recordProgram(WORLD, preview, () => new EksCluster("eks", clusterArgs(over)));
const edges = (over: Partial<EksClusterArgs> = {}) =>
  recordEdges(WORLD, () => new EksCluster("eks", clusterArgs(over)));
const cluster = async (over: Partial<EksClusterArgs> = {}, preview = false) =>
  resourceOf(await record(over, preview), AWS.cluster).inputs as unknown as Unwrap<ClusterArgs>;
const nodes = async () => resourceOf(await record(), AWS.nodeGroup).inputs as unknown as Unwrap<NodeGroupArgs>;
const template = async (over: Partial<EksClusterArgs> = {}) =>
  resourceOf(await record(over), AWS.launchTemplate).inputs as unknown as Unwrap<LaunchTemplateArgs>;

describe("EksCluster", () => {
  it("has a private API server, and no public one", async () => {
    const { vpcConfig } = await cluster();
    assert.deepEqual(vpcConfig, {
      subnetIds: ["subnet-a", "subnet-b", "subnet-c"],
      endpointPrivateAccess: true,
      endpointPublicAccess: false,
    });
  });

  it("opens the public one for named blocks and a reason", async () => {
    const { vpcConfig } = await cluster({
      publicEndpoint: { cidrs: ["192.0.2.0/24"], why: "runners outside the VPC" },
    });
    assert.deepEqual([vpcConfig.endpointPublicAccess, vpcConfig.publicAccessCidrs], [true, ["192.0.2.0/24"]]);
    assert.equal(vpcConfig.endpointPrivateAccess, true);
  });

  it("lets clients of the VPC reach the API server by name, on 443 only", async () => {
    const recording = await record({ apiClients: [{ name: "vpn", cidr: "10.8.0.0/16", why: "operators' VPN" }] });
    const { fromPort, toPort, cidrIpv4, securityGroupId } = resourceOf(recording, AWS.ingress).inputs;
    assert.deepEqual([fromPort, toPort, cidrIpv4, securityGroupId], [443, 443, "10.8.0.0/16", "eks-api-id"]);
    const { vpcConfig } = resourceOf(recording, AWS.cluster).inputs as { vpcConfig: { securityGroupIds: string[] } };
    assert.deepEqual(vpcConfig.securityGroupIds, ["eks-api-id"]);
    assert.equal(resourcesOf(await record(), AWS.securityGroup).length, 0);
  });

  it("encrypts Secrets by a key of its own that rotates, which the cluster's role may use", async () => {
    const recording = await record();
    assert.equal(resourceOf(recording, AWS.key).inputs.enableKeyRotation, true);
    const { encryptionConfig } = await cluster();
    assert.deepEqual(encryptionConfig?.resources, ["secrets"]);
    assert.match(encryptionConfig.provider.keyArn, /eks-key$/);
    const [statement] = JSON.parse(String(resourceOf(recording, AWS.rolePolicy).inputs.policy)).Statement;
    assert.deepEqual(statement.Condition["ForAnyValue:StringEquals"], {
      "kms:ResourceAliases": [resourceOf(recording, AWS.alias).inputs.name],
    });
  });

  it("writes all five logs into a group made before it, with a retention", async () => {
    const recording = await edges();
    const { name, retentionInDays } = resourceOf(recording, AWS.logGroup).inputs;
    assert.deepEqual([name, retentionInDays], ["/aws/eks/pyairtable-prod/cluster", 14]);
    const { enabledClusterLogTypes } = resourceOf(recording, AWS.cluster).inputs as {
      enabledClusterLogTypes: string[];
    };
    assert.deepEqual([...enabledClusterLogTypes].sort(), [
      "api",
      "audit",
      "authenticator",
      "controllerManager",
      "scheduler",
    ]);
    assert.ok(recording.waitsFor("eks-cluster", "eks-log"));
  });

  it("is entered by access entries alone; whoever makes it gets nothing by that", async () => {
    const viewer = "arn:aws:iam::111122223333:role/readers";
    const recording = await record({ viewerPrincipalArns: [viewer] });
    const { accessConfig } = resourceOf(recording, AWS.cluster).inputs;
    assert.deepEqual(accessConfig, { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false });
    const policies = resourcesOf(recording, AWS.accessPolicy).map(({ name, inputs }) => [
      name,
      String(inputs.policyArn).split("/")[1],
    ]);
    assert.deepEqual(policies, [
      ["eks-admin-111122223333-role-pulumi-policy", "AmazonEKSClusterAdminPolicy"],
      ["eks-viewer-111122223333-role-readers-policy", "AmazonEKSViewPolicy"],
    ]);
  });

  it("stays in standard support, shifts away from a zone, and refuses deletion unless told", async () => {
    const inputs = await cluster();
    assert.deepEqual(inputs.upgradePolicy, { supportType: "STANDARD" });
    assert.deepEqual(inputs.zonalShiftConfig, { enabled: true });
    assert.equal(inputs.deletionProtection, true);
    assert.equal((await cluster({ deletionProtection: false })).deletionProtection, false);
    assert.equal(inputs.bootstrapSelfManagedAddons, false);
  });

  it("runs system pods on tainted ARM64 nodes, on demand, repaired, one replaced at a time", async () => {
    const inputs = await nodes();
    assert.deepEqual([inputs.amiType, inputs.capacityType], ["BOTTLEROCKET_ARM_64", "ON_DEMAND"]);
    assert.deepEqual(inputs.instanceTypes, ["t4g.medium"]);
    assert.deepEqual(inputs.scalingConfig, { minSize: 2, desiredSize: 2, maxSize: 2 });
    assert.deepEqual(inputs.taints, [{ key: "CriticalAddonsOnly", value: "true", effect: "NO_SCHEDULE" }]);
    assert.deepEqual(inputs.nodeRepairConfig, { enabled: true });
    assert.deepEqual(inputs.updateConfig, { maxUnavailable: 1 });
    assert.match(inputs.releaseVersion!, /^\d+\.\d+\.\d+-[0-9a-f]{8}$/);
    assert.deepEqual(inputs.launchTemplate, { id: "eks-system-template-id", version: "3" });
    assert.equal(inputs.remoteAccess, undefined);
  });

  it("asks for session tokens one hop away and encrypts both disks", async () => {
    const inputs = await template();
    assert.deepEqual(inputs.metadataOptions, {
      httpEndpoint: "enabled",
      httpTokens: "required",
      httpPutResponseHopLimit: 1,
    });
    const disks = inputs.blockDeviceMappings!.map(({ ebs }) => [ebs?.encrypted, ebs?.volumeType]);
    assert.deepEqual(disks, [
      ["true", "gp3"],
      ["true", "gp3"],
    ]);
    assert.equal(inputs.keyName, undefined);
  });

  it("pitfall 31: tags instances, volumes and interfaces by itself", async () => {
    const inputs = await template();
    const kinds = inputs.tagSpecifications!.map(({ resourceType }) => resourceType);
    assert.deepEqual(kinds, ["instance", "volume", "network-interface"]);
    for (const { tags } of inputs.tagSpecifications!)
      assert.deepEqual(tags, { ...TAGS, Name: "pyairtable-prod-system" });
  });

  it("pitfall 10: rolls no node for a version, a retention or who may enter", async () => {
    const changed = {
      version: "1.33",
      logRetentionDays: 30,
      viewerPrincipalArns: ["arn:aws:iam::111122223333:user/a"],
    };
    assert.deepEqual(await template(changed), await template());
  });

  it("gives nodes no right over addresses and no shell: only to join and to pull", async () => {
    const recording = await record();
    const arns = resourcesOf(recording, AWS.rolePolicyAttachment)
      .filter(({ inputs }) => String(inputs.role).includes("system-role"))
      .map(({ inputs }) => String(inputs.policyArn).split("/")[1]);
    assert.deepEqual(arns, ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"]);
  });

  it("pins every add-on and owns its settings", async () => {
    const addOns = resourcesOf(await record(), AWS.addOn).map(({ inputs }) => inputs);
    assert.deepEqual(addOns.map(({ addonName }) => addonName).sort(), [...ADD_ON_NAMES].sort());
    for (const { addonName, addonVersion, resolveConflictsOnUpdate } of addOns) {
      assert.equal(addonVersion, addOnVersion(addonName as "coredns", "1.34"));
      assert.match(String(addonVersion), /^v\d+\.\d+\.\d+-eksbuild\.\d+$/);
      assert.equal(resolveConflictsOnUpdate, "OVERWRITE");
    }
  });

  it("pitfall 25: enforces network policies", async () => {
    const [cni] = resourcesOf(await record(), AWS.addOn).filter(({ inputs }) => inputs.addonName === "vpc-cni");
    assert.deepEqual(JSON.parse(String(cni?.inputs.configurationValues)), { enableNetworkPolicy: "true" });
  });

  it("pitfalls 8, 9: has CNI, proxy and identity agent before its nodes, and what runs on nodes after them", async () => {
    const { waitsFor } = await edges();
    for (const addOn of ["vpc-cni", "kube-proxy", "eks-pod-identity-agent"]) {
      assert.ok(waitsFor("eks-system", `eks-${addOn}`), addOn);
      assert.ok(waitsFor(`eks-${addOn}`, "eks-cluster"), addOn);
      assert.ok(!waitsFor(`eks-${addOn}`, "eks-system"), addOn);
    }
    for (const addOn of ["coredns", "aws-ebs-csi-driver", "eks-node-monitoring-agent"])
      assert.ok(waitsFor(`eks-${addOn}`, "eks-system"), addOn);
  });

  it("attaches every right before its holder needs it", async () => {
    const { waitsFor } = await edges();
    assert.ok(waitsFor("eks-cluster", "eks-role-cluster"));
    assert.ok(waitsFor("eks-cluster", "eks-role-key"));
    assert.ok(waitsFor("eks-cluster", "eks-key-alias"));
    assert.ok(waitsFor("eks-system", "eks-system-role-worker"));
    assert.ok(waitsFor("eks-vpc-cni", "eks-vpc-cni-role-policy"));
    assert.ok(waitsFor("eks-admin-111122223333-role-pulumi-policy", "eks-admin-111122223333-role-pulumi"));
  });

  it("lets one service account of this cluster take an add-on's role", async () => {
    const recording = await record();
    const [role] = resourcesOf(recording, AWS.role).filter(({ name }) => name === "eks-vpc-cni-role");
    const [trust] = JSON.parse(String(role?.inputs.assumeRolePolicy)).Statement;
    assert.deepEqual(trust.Action, ["sts:AssumeRole", "sts:TagSession"]);
    assert.deepEqual(trust.Condition.StringEquals, {
      "aws:SourceAccount": "111122223333",
      "aws:RequestTag/eks-cluster-arn": "arn:aws:eks:us-east-1:111122223333:cluster/pyairtable-prod",
      "aws:RequestTag/kubernetes-namespace": "kube-system",
      "aws:RequestTag/kubernetes-service-account": "aws-node",
    });
    const [cni] = resourcesOf(recording, AWS.addOn).filter(({ inputs }) => inputs.addonName === "vpc-cni");
    assert.deepEqual(cni?.inputs.podIdentityAssociations, [
      { serviceAccount: "aws-node", roleArn: "arn:aws:mock:us-east-1:111122223333:eks-vpc-cni-role" },
    ]);
  });

  it("makes the same resources in preview, with policies known and no unknown list", async () => {
    const unknown = { wiring: { vpcId: "vpc-1", privateSubnetIds: output(Promise.resolve(["a", "b", "c"])) } };
    const [preview, real] = [await record(unknown, true), await record(unknown)];
    const names = ({ resources }: { resources: readonly { name: string }[] }) =>
      resources.map(({ name }) => name).sort();
    assert.deepEqual(names(preview), names(real));
    for (const { inputs, name } of [...resourcesOf(preview, AWS.role), ...resourcesOf(preview, AWS.rolePolicy)])
      assert.equal(typeof (inputs.assumeRolePolicy ?? inputs.policy), "string", name);
    assert.equal((await cluster(unknown, true)).vpcConfig.subnetIds.length, 3);
    assert.equal(await settled(preview.result.endpoint), UNKNOWN);
    assert.equal(preview.result.arn, "arn:aws:eks:us-east-1:111122223333:cluster/pyairtable-prod");
  });

  it("is paid for by name: everything that takes tags has the six", async () => {
    const untagged = new Set<string>([AWS.accessPolicy, AWS.alias, AWS.rolePolicy, AWS.rolePolicyAttachment]);
    for (const { type, name, inputs, custom } of (await record()).resources) {
      if (!custom || untagged.has(type)) continue;
      for (const key of COST_TAG_KEYS) assert.equal((inputs.tags as Record<string, string>)[key], TAGS[key], name);
    }
  });

  it("is 24 resources with one administrator, as its README counts them", async () => {
    const { resources } = await record();
    assert.equal(resources.filter(({ custom }) => custom).length, 7 + 2 + 5 + 6 + 4);
  });

  it("lets each child be changed before it is made", async () => {
    const touched: string[] = [];
    const touch = (_: unknown, __: unknown, name: string) => {
      touched.push(name);
    };
    const keys = ["key", "keyAlias", "logGroup", "clusterRole", "clusterPolicy", "clusterPolicyAttachment", "cluster"];
    const more = ["apiSecurityGroup", "apiIngress", "accessEntry", "accessPolicy", "nodeRole", "nodePolicyAttachment"];
    const rest = ["launchTemplate", "nodeGroup", "addOnRole", "addOnPolicyAttachment", "addOn"];
    const transform = Object.fromEntries([...keys, ...more, ...rest].map((key) => [key, touch]));
    const apiClients = [{ name: "vpn", cidr: "10.8.0.0/16", why: "operators' VPN" }];
    const { resources } = await record({ transform, apiClients });
    const made = resources.filter(({ custom }) => custom).map(({ name }) => name);
    assert.deepEqual(touched.sort(), made.sort());
  });
});
