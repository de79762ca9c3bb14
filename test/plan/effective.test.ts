import assert from "node:assert/strict";
import { catalog } from "../../catalog/index.ts";
import { effectiveOf } from "../../catalog/resolve/effective.ts";
import { readPlatformConfig } from "../../stacks/config/read.ts";
import { edited, soundConfig } from "../malformed/edits.ts";

const entry = catalog.find(({ name }) => name === "record-service")!;
const effective = (edits: Record<string, unknown>) =>
  effectiveOf(entry, readPlatformConfig(edited(soundConfig(), { scale: undefined, ...edits }), "test"));

describe("what an environment makes of an entry", () => {
  it("is the entry itself where nothing is said", () => {
    const { sizeName, image, replicas, sleep, logRetentionDays } = effective({});
    assert.deepEqual([sizeName, image, replicas, sleep], [entry.size, entry.image, entry.replicas, null]);
    assert.equal(logRetentionDays, 7);
  });

  it("follows the override", () => {
    const override = { size: "xl", replicasMin: 3, replicasMax: 5, imageTag: "2.0.0", logRetentionDays: 1 };
    const { sizeName, image, replicas, logRetentionDays } = effective({ "serviceOverrides.record-service": override });
    assert.deepEqual([sizeName, image, logRetentionDays], ["xl", "pyairtable/record-service:2.0.0", 1]);
    assert.deepEqual(replicas, { min: 3, max: 5 });
  });

  it("is capped in size and tasks", () => {
    const { sizeName, replicas } = effective({ scale: { sizeMax: "s", replicasMax: 1 } });
    assert.deepEqual([sizeName, replicas], ["s", { min: 1, max: 1 }]);
    assert.deepEqual(effective({ scale: { singleReplica: true } }).replicas, { min: 1, max: 8 });
  });

  it("sleeps where all do, unless it is kept on", () => {
    const all = { "workingHours.appliesTo": "all-services" };
    assert.equal(effective(all).sleep?.replicas, 0);
    assert.equal(effective({ ...all, "serviceOverrides.record-service": { alwaysOn: true } }).sleep, null);
  });
});
