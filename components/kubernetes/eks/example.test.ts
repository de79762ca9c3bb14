import assert from "node:assert/strict";
import { recordProgram, resourceOf, resourcesOf } from "../../shared/test-mocks.ts";
import { example } from "./example.ts";
import { AWS, COMPONENTS, KUBERNETES, WORLD } from "./test-world.ts";

describe("example", () => {
  for (const preview of [true, false])
    it(`runs ${preview ? "in preview" : "as an update"}`, async () => {
      const recording = await recordProgram(WORLD, preview, () =>
        example({ accountId: "111122223333", vpcId: "vpc-1", privateSubnetIds: ["subnet-a", "subnet-b"] }),
      );
      assert.deepEqual(recording.result.poolNames, ["spot", "on-demand"]);
      for (const component of Object.values(COMPONENTS)) assert.equal(resourcesOf(recording, component).length, 1);
      assert.equal(resourcesOf(recording, KUBERNETES.nodePool).length, 2);
      assert.equal(resourceOf(recording, AWS.queue).inputs.messageRetentionSeconds, 120);
    });
});
