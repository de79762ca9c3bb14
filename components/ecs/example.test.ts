import assert from "node:assert/strict";
import { recordProgram, resourcesOf } from "../shared/test-mocks.ts";
import { example } from "./example.ts";
import { AWS, COMPONENTS, WORLD } from "./test-world.ts";

describe("example", () => {
  for (const preview of [true, false])
    it(`runs ${preview ? "in preview" : "as an update"}`, async () => {
      const recording = await recordProgram(WORLD, preview, () =>
        example({
          accountId: "111122223333",
          vpcId: "vpc-1",
          privateSubnetIds: ["subnet-a", "subnet-b"],
          listenerArn: "arn:listener",
          loadBalancerArnSuffix: "app/edge/1",
          loadBalancerSecurityGroupId: "sg-alb",
        }),
      );
      assert.equal(recording.result.gatewayUrlInside, "http://gateway.shop-dev:8080");
      assert.equal(resourcesOf(recording, COMPONENTS.service).length, 2);
      assert.equal(resourcesOf(recording, AWS.ingress).length, 2);
      const retention = resourcesOf(recording, AWS.logGroup).map(({ inputs }) => inputs.retentionInDays);
      assert.deepEqual(retention, [14, 7]);
    });
});
