import assert from "node:assert/strict";
import { assertExit, assertSays, isolatedSandbox, policed } from "./support.ts";

describe("the Kubernetes half in the preview", () => {
  const sandbox = isolatedSandbox("kubernetes-preview");
  after(() => sandbox.remove());

  it("of prod-eks shows cluster, cost and survival of each service, and breaks no rule", async () => {
    const result = await sandbox.run(["preview", "--stack", "prod-eks", ...policed("prod-eks")]);
    assertExit(result, 0);
    assertSays(
      result,
      /✅ pyairtable/,
      /contract +: \{/,
      "pyairtable.kubernetes",
      /survivesSpotLoss: true/,
      /clusterUsd +: /,
    );
    assert.doesNotMatch(result.output, /platform +: \{/, "no service runs on ECS there");
  });

  it("of lab says in one line what is left to the cluster's owner, and makes nothing on AWS", async () => {
    const result = await sandbox.run(["preview", "--stack", "lab"]);
    assertExit(result, 0);
    assertSays(result, "kubernetes.mode is existing: left to the cluster's owner are nodes and Karpenter");
    assert.doesNotMatch(result.output, / aws:/);
  });
});
