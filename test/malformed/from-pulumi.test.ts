import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { fromPulumiConfig } from "../../stacks/config/from-pulumi.ts";
import { readPlatformConfig } from "../../stacks/config/read.ts";
import { refusal } from "./refusal.ts";

const PLATFORM = {
  owner: "team-platform",
  costCenter: "cc-1000",
  edge: { domain: "test.pyairtable.example", hostedZoneId: "Z0EXAMPLE" },
  budget: { monthlyUsd: 100, dailyAlertUsd: 9 },
};

describe("the running program's configuration", () => {
  let before: Record<string, string>;
  beforeEach(() => {
    before = { ...pulumi.runtime.allConfig() };
  });
  afterEach(() => pulumi.runtime.setAllConfig(before));

  it("goes through the same reader as the files", () => {
    pulumi.runtime.setAllConfig({ "pyairtable:platform": JSON.stringify(PLATFORM), "kubernetes:context": "lab" });
    assert.deepEqual(fromPulumiConfig(), readPlatformConfig(PLATFORM, "any"));
  });

  it("names the stack's file in what it refuses", () => {
    pulumi.runtime.setAllConfig({ "pyairtable:platform": "text", "aws:region": "eu-west-1" });
    const [first] = refusal(fromPulumiConfig).diagnostics;
    assert.match(`${first!.code} ${first!.path}`, /^config\.type Pulumi\..+\.yaml: platform$/);
    pulumi.runtime.setAllConfig({ "pyairtable:owner": "team-platform" });
    assert.deepEqual(
      refusal(fromPulumiConfig).diagnostics.map(({ code }) => code),
      ["config.unknown-key", "config.missing"],
    );
  });
});
