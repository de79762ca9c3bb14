import assert from "node:assert/strict";
import { ProviderClient, startFresh } from "../testing/client.ts";

describe("aws stand-in configuration", () => {
  let fresh: Awaited<ReturnType<typeof startFresh>>;
  before(async () => {
    fresh = await startFresh();
  });
  after(() => fresh.stop());

  it("wants a region that exists", async () => {
    assert.deepEqual(await fresh.aws.checkConfig({ region: "eu-central-1" }), []);
    assert.match((await fresh.aws.checkConfig({ region: "mars-1" })).join(), /region: Invalid AWS Region/);
    assert.match((await fresh.aws.checkConfig({})).join(), /region: Missing region/);
  });

  it("keeps the settings of each provider instance apart, and merges default tags below own ones", async () => {
    const defaultTags = JSON.stringify({ tags: { Owner: "platform", Stage: "dev" } });
    const other = await new ProviderClient(fresh.running.ports.aws).configure({ region: "eu-west-1", defaultTags });
    const tagged = await other.check("aws:sqs/queue:Queue", "q", { tags: { Owner: "team" } });
    assert.deepEqual(tagged.inputs.tagsAll, { Owner: "team", Stage: "dev" });
    const bare = await fresh.aws.check("aws:sqs/queue:Queue", "q", { tags: { Owner: "team" } });
    assert.deepEqual(bare.inputs.tagsAll, { Owner: "team" });
    assert.equal((await other.invoke("aws:index/getRegion:getRegion")).name, "eu-west-1");
    assert.equal((await fresh.aws.invoke("aws:index/getRegion:getRegion")).name, "us-east-1");
    other.close();
  });
});
