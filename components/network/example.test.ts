import assert from "node:assert/strict";
import { recordProgram, resourceOf, resourcesOf, settled } from "../shared/test-mocks.ts";
import { example } from "./example.ts";
import { networkWorld } from "./test-world.ts";

describe("example", () => {
  for (const preview of [true, false]) {
    it(`runs ${preview ? "in preview" : "as an update"}`, async () => {
      const recording = await recordProgram(networkWorld, preview, example);
      assert.equal(recording.result.edge.url, "https://app.example.com");
      assert.equal(resourcesOf(recording, "aws:lb/listener:Listener").length, 3);
      assert.deepEqual(resourceOf(recording, "awsx:ec2:Vpc").inputs.natGateways, { strategy: "Single" });
    });
  }

  it("wires the load balancer into the public subnets of the network", async () => {
    const recording = await recordProgram(networkWorld, false, example);
    const { subnets } = resourceOf(recording, "aws:lb/loadBalancer:LoadBalancer").inputs;
    assert.deepEqual(subnets, await settled(recording.result.network.publicSubnetIds));
  });
});
