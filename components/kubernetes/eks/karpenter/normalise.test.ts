import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";
import type { KarpenterArgs } from "./args.ts";
import { normaliseKarpenter } from "./normalise.ts";
import { karpenterArgs, POOLS, wiredToNothing } from "./test-args.ts";
import { supportsKubernetes } from "./versions.ts";

const codes = (over: Partial<KarpenterArgs>): string => {
  try {
    normaliseKarpenter(karpenterArgs(wiredToNothing(), over));
    return "";
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.diagnostics.map(({ code }) => code).join(" ");
  }
};
const [pool] = POOLS;
const pools = (change: object) => ({ pools: [{ ...pool!, ...change }] });
const workingHours = { timeZone: "UTC", start: "08:00", end: "18:00", days: ["MON"] } as const;

describe("args of Karpenter", () => {
  const BAD: readonly (readonly [string, Partial<KarpenterArgs>, string])[] = [
    ["a Kubernetes version newer than it knows", { kubernetesVersion: "1.35" }, "eks.karpenter-version"],
    ["a Kubernetes version nobody knows", { kubernetesVersion: "2.0" }, "eks.karpenter-version"],
    ["one zone", { zones: ["us-east-1a"] }, "eks.zones"],
    ["no system node to run on", { systemNodes: 0 }, "eks.number"],
    ["a disk too small for images", { diskGiB: 10 }, "eks.number"],
    ["a drain without end", { drainMinutes: 600 }, "eks.number"],
    ["no architecture", { architectures: [] }, "eks.architecture"],
    ["no pool", { pools: [] }, "eks.pool-name"],
    ["two pools of one name", { pools: [pool!, pool!] }, "eks.pool-name"],
    ["a pool name Kubernetes refuses", pools({ name: "On Demand" }), "eks.pool-name"],
    ["a weight of 0", pools({ weight: 0 }), "eks.number"],
    ["nodes that live for ever", pools({ expireAfterDays: 0 }), "eks.number"],
    ["a pool without a limit", pools({ limits: { vcpu: 0, memoryGiB: 64 } }), "eks.number"],
    ["no instance category", pools({ instanceCategories: [] }), "eks.instance-category"],
    ["a time zone that is none", { workingHours: { ...workingHours, timeZone: "Mars/Olympus" } }, "eks.working-hours"],
    ["hours of no length", { workingHours: { ...workingHours, end: "08:00" } }, "eks.working-hours"],
    ["hours on no day", { workingHours: { ...workingHours, days: [] } }, "eks.working-hours"],
    ["a time that is none", { workingHours: { ...workingHours, start: "8" } }, "eks.working-hours"],
  ];
  for (const [title, over, code] of BAD) it(`refuses ${title}`, () => assert.equal(codes(over), code));

  it("compares versions by number, not by letter", () => {
    assert.deepEqual(["1.33", "1.34", "1.35", "1.36"].map(supportsKubernetes), [true, true, false, false]);
  });
});
