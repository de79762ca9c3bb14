import assert from "node:assert/strict";
import { recordProgram, resourceOf } from "../shared/test-mocks.ts";
import { example } from "./example.ts";
import { ACCOUNT, AWS, DASHBOARDS, PLAN, WORLD } from "./test-world.ts";

describe("example of components/monitoring", () => {
  for (const preview of [true, false])
    it(`runs ${preview ? "in preview" : "as an update"}`, async () => {
      const recording = await recordProgram(WORLD, preview, () =>
        example(PLAN, DASHBOARDS, {
          accountId: ACCOUNT,
          clusterName: "shop-prod",
          clusterArn: "arn:cluster",
          vpcId: "vpc-1",
          privateSubnetIds: ["subnet-a", "subnet-b", "subnet-c"],
          loadBalancerArnSuffix: "app/edge/1",
          services: [],
        }),
      );
      assert.equal(resourceOf(recording, AWS.fileSystem).inputs.throughputMode, "elastic");
      assert.equal(recording.result.forServices[0]?.logs.groupClass, "INFREQUENT_ACCESS");
      assert.match(String(recording.result.doors.ecs?.grafana), /^http:\/\/views\./);
    });
});
