import assert from "node:assert/strict";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { resourceOf } from "../../shared/test-mocks.ts";
import { EksCluster } from "./eks-cluster.ts";
import { clusterProvider } from "./provider.ts";
import { recordEdges } from "./test-edges.ts";
import { clusterArgs, KUBERNETES, WORLD } from "./test-world.ts";

const world = { ...WORLD, types: { ...WORLD.types, "kubernetes:core/v1:ConfigMap": () => ({}) } };
const record = (roleArn?: string) =>
  recordEdges(world, () => {
    const cluster = new EksCluster("eks", clusterArgs());
    const provider = clusterProvider("kubernetes", { cluster, roleArn });
    new ConfigMap("settings", { data: {} }, { provider });
  });
const kubeconfigOf = async (roleArn?: string) =>
  JSON.parse(String(resourceOf(await record(roleArn), KUBERNETES.provider).inputs.kubeconfig));

describe("the provider of a cluster", () => {
  it("asks the AWS CLI for a token each time, so that state holds no secret", async () => {
    const { users, clusters, contexts, ...rest } = await kubeconfigOf();
    assert.deepEqual(users[0].user, {
      exec: {
        apiVersion: "client.authentication.k8s.io/v1beta1",
        command: "aws",
        args: ["eks", "get-token", "--cluster-name", "pyairtable-prod", "--region", "us-east-1"],
        interactiveMode: "Never",
      },
    });
    assert.deepEqual(clusters[0].cluster, {
      server: "https://0123456789ABCDEF.gr7.us-east-1.eks.amazonaws.com",
      "certificate-authority-data": "LS0tLS1CRUdJTg==",
    });
    assert.equal(rest["current-context"], contexts[0].name);
  });

  it("takes a role first where one is given", async () => {
    const { users } = await kubeconfigOf("arn:aws:iam::111122223333:role/k8s");
    assert.deepEqual(users[0].user.exec.args.slice(-2), ["--role-arn", "arn:aws:iam::111122223333:role/k8s"]);
  });

  it("pitfall 21: neither drops objects of an unreachable cluster from state nor passes changes over", async () => {
    const { inputs } = resourceOf(await record(), KUBERNETES.provider);
    assert.equal(inputs.deleteUnreachable, "false");
    assert.equal(inputs.skipUpdateUnreachable, "false");
    assert.equal(inputs.enableServerSideApply, "true");
    assert.equal(inputs.clusterIdentifier, "https://0123456789ABCDEF.gr7.us-east-1.eks.amazonaws.com");
  });

  it("has objects made when pods can run and somebody may enter, and gone before nodes and entries are", async () => {
    const { waitsFor, deletionOrder } = await record();
    const earlier = ["eks-system", "eks-coredns", "eks-vpc-cni", "eks-admin-111122223333-role-pulumi-policy"];
    for (const name of earlier) assert.ok(waitsFor("settings", name), name);
    const order = deletionOrder();
    assert.ok(order.indexOf("settings") < order.indexOf("kubernetes"));
    for (const name of earlier) assert.ok(order.indexOf("kubernetes") < order.indexOf(name), name);
  });
});
