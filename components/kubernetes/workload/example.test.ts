import assert from "node:assert/strict";
import { recordProgram, resourcesOf } from "../../shared/test-mocks.ts";
import { WORLD as NAMESPACES } from "../namespaces/test-world.ts";
import { example } from "./example.ts";
import { COMPONENT, TYPES, WORLD } from "./test-world.ts";

const world = { types: { ...NAMESPACES.types, ...WORLD.types } };

describe("example", () => {
  for (const preview of [true, false])
    it(`runs ${preview ? "in preview" : "as an update"}`, async () => {
      const recording = await recordProgram(world, preview, example);
      assert.equal(recording.result.gatewayUrl, "https://shop.example");
      assert.equal(recording.result.recordsUrl, "http://records.shop-sales.svc.cluster.local:8080");
      assert.equal(resourcesOf(recording, COMPONENT).length, 3);
      assert.equal(resourcesOf(recording, TYPES.scaledObject).length, 1);
      assert.equal(resourcesOf(recording, TYPES.horizontal).length, 2);
      const records = resourcesOf(recording, TYPES.deployment).find(({ name }) => name === "records-deployment");
      assert.match(JSON.stringify(records?.inputs.metadata), /"example.com\/owner-chat":"#records"/);
    });
});
