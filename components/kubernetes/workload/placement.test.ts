import assert from "node:assert/strict";
import { affinityOf, tolerationsOf } from "./placement.ts";
import type { PlacementArgs } from "./placement-args.ts";
import { LABEL, recordOf } from "./test-world.ts";
import { topologySpreadOf } from "./topology-spread.ts";

const spreadOf = (over: PlacementArgs) => topologySpreadOf(recordOf(over));
const capacity = (kind: "spot" | "spread" | "on-demand", bothExist = false) => ({
  capacity: { kind, label: LABEL, bothExist },
});
const among = (key: string, value: string) => ({ key, operator: "In", values: [value] });

describe("node affinity", () => {
  const required = (over: PlacementArgs) =>
    affinityOf(recordOf(over)).nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms;
  const preferred = (over: PlacementArgs) => {
    const { nodeAffinity } = affinityOf(recordOf(over));
    return nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  };

  it("takes nodes of the image's architecture only", () => {
    assert.deepEqual(required({}), [{ matchExpressions: [among("kubernetes.io/arch", "arm64")] }]);
    assert.deepEqual(required({ architecture: "x86_64" }), [
      { matchExpressions: [among("kubernetes.io/arch", "amd64")] },
    ]);
  });

  it("likes Spot, where Spot comes first", () => {
    assert.deepEqual(preferred(capacity("spot"))[0]?.preference.matchExpressions, [among(LABEL.key, "spot")]);
    assert.deepEqual(preferred(capacity("spread")), []);
    assert.deepEqual(preferred(capacity("on-demand")), []);
  });

  it("never takes Spot, where it must be on demand", () => {
    assert.deepEqual(required(capacity("on-demand"))[0]?.matchExpressions[1], among(LABEL.key, "on-demand"));
    assert.equal(required(capacity("spread"))[0]?.matchExpressions.length, 1);
  });

  it("keeps pods of one service off one node, except where batch packs", () => {
    const avoid = affinityOf(recordOf()).podAntiAffinity?.preferredDuringSchedulingIgnoredDuringExecution[0];
    assert.equal(avoid?.podAffinityTerm.topologyKey, "kubernetes.io/hostname");
    assert.equal(affinityOf(recordOf({ tier: "batch" })).podAntiAffinity, undefined);
  });
});

describe("topology spread", () => {
  it("counts only nodes a pod could take, and only pods of its own version", () => {
    for (const spread of spreadOf({ ...capacity("spread"), zones: { count: 3, required: true } })) {
      assert.equal(spread.maxSkew, 1);
      assert.deepEqual([spread.nodeAffinityPolicy, spread.nodeTaintsPolicy], ["Honor", "Honor"]);
      assert.deepEqual(spread.matchLabelKeys, ["pod-template-hash"]);
      assert.deepEqual(spread.labelSelector.matchLabels, { "app.kubernetes.io/name": "record-service" });
    }
  });

  it("holds a critical service even over zones, and lets it move when one is lost", () => {
    const [zone] = spreadOf({ zones: { count: 3, required: true } });
    assert.equal(zone?.topologyKey, "topology.kubernetes.io/zone");
    assert.equal(zone?.whenUnsatisfiable, "DoNotSchedule");
    assert.equal(zone?.minDomains, 2);
  });

  it("asks for no minimum where losing a zone leaves one, or where even is only a wish", () => {
    assert.equal(spreadOf({ zones: { count: 2, required: true } })[0]?.minDomains, undefined);
    const [wish] = spreadOf({ zones: { count: 3 } });
    // The API server refuses minDomains beside ScheduleAnyway.
    assert.deepEqual([wish?.whenUnsatisfiable, wish?.minDomains], ["ScheduleAnyway", undefined]);
  });

  it("holds half on demand under spread, from the first pod on where both kinds exist", () => {
    const [, hard] = spreadOf(capacity("spread", true));
    assert.deepEqual([hard?.topologyKey, hard?.whenUnsatisfiable, hard?.minDomains], [LABEL.key, "DoNotSchedule", 2]);
    assert.equal(spreadOf(capacity("spread"))[1]?.minDomains, undefined);
  });

  it("spreads over capacity under spread only", () => {
    assert.equal(spreadOf(capacity("spot")).length, 1);
    assert.equal(spreadOf(capacity("on-demand")).length, 1);
  });
});

describe("tolerations", () => {
  const keys = (over: object) => tolerationsOf(recordOf(over)).map(({ key }) => key);

  it("accept the taints clouds put on Spot and ARM nodes, never Spot's where it must be on demand", () => {
    assert.ok(keys(capacity("spread")).includes(LABEL.key));
    assert.ok(keys(capacity("spot")).includes(LABEL.key));
    assert.ok(!keys(capacity("on-demand")).includes(LABEL.key));
    assert.ok(keys({}).includes("kubernetes.io/arch"));
  });

  it("leave a node that does not answer after a minute, except batch", () => {
    const lost = tolerationsOf(recordOf()).filter(({ effect }) => effect === "NoExecute");
    assert.deepEqual(
      lost.map((one) => [one.key, "tolerationSeconds" in one && one.tolerationSeconds]),
      [
        ["node.kubernetes.io/not-ready", 60],
        ["node.kubernetes.io/unreachable", 60],
      ],
    );
    assert.ok(!tolerationsOf(recordOf({ tier: "batch" })).some(({ effect }) => effect === "NoExecute"));
  });
});
