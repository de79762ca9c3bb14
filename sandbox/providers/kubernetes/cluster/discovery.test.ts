import assert from "node:assert/strict";
import { FakeApiServer, kind } from "../testing/fake-api-server.ts";
import { openCluster } from "./cluster.ts";
import type { Discovery } from "./discovery.ts";

describe("discovery", () => {
  let server: FakeApiServer;
  let discovery: Discovery;
  beforeEach(async () => {
    server = await FakeApiServer.start();
    ({ discovery } = await openCluster(server.kubeconfig(), undefined));
    server.requests.length = 0;
  });
  afterEach(() => server.stop());

  const NODE_POOL = { apiVersion: "karpenter.sh/v1", kind: "NodePool" };

  it("asks once for a version", async () => {
    const deployment = { apiVersion: "apps/v1", kind: "Deployment" };
    assert.deepEqual(await discovery.find(deployment), { plural: "deployments", namespaced: true });
    await Promise.all(Array.from({ length: 10 }, () => discovery.find(deployment)));
    assert.deepEqual(
      server.requests.map(({ path }) => path),
      ["/apis/apps/v1"],
    );
  });

  it("finds a kind that came after it was first missed", async () => {
    assert.equal(await discovery.find(NODE_POOL), undefined);
    server.kinds.set("karpenter.sh/v1", [kind("NodePool:nodepools:false")]);
    assert.deepEqual(await discovery.find(NODE_POOL), { plural: "nodepools", namespaced: false });
  });

  it("finds a kind that came to a version it had read", async () => {
    server.kinds.set("karpenter.sh/v1", [kind("NodeClaim:nodeclaims:false")]);
    await discovery.find({ ...NODE_POOL, kind: "NodeClaim" });
    server.kinds.set("karpenter.sh/v1", [kind("NodeClaim:nodeclaims:false"), kind("NodePool:nodepools:false")]);
    assert.notEqual(await discovery.find(NODE_POOL), undefined);
  });

  it("takes parts of objects for no kinds", async () => {
    server.kinds.set("apps/v1", [{ name: "deployments/scale", kind: "Scale", namespaced: true }]);
    assert.equal(await discovery.find({ apiVersion: "apps/v1", kind: "Scale" }), undefined);
  });

  it("tells where else a kind is", async () => {
    server.kinds.set("karpenter.sh/v1beta1", [kind("NodePool:nodepools:false")]);
    server.kinds.set("karpenter.sh/v1alpha5", [kind("Provisioner:provisioners:false")]);
    assert.deepEqual(await discovery.elsewhere(NODE_POOL), {
      groupVersions: ["karpenter.sh/v1beta1", "karpenter.sh/v1alpha5"],
      withKind: ["karpenter.sh/v1beta1"],
    });
    const nowhere = await discovery.elsewhere({ apiVersion: "keda.sh/v1", kind: "ScaledObject" });
    assert.deepEqual(nowhere, { groupVersions: [], withKind: [] });
  });
});
