import assert from "node:assert/strict";
import { recordProgram, resourcesOf } from "../../../shared/test-mocks.ts";
import { assertRefused } from "../test-refusals.ts";
import { releaseValues } from "../test-releases.ts";
import { at, COMMON, K8S, objectsOf, WORLD } from "../test-world.ts";
import { PrometheusOperator } from "./prometheus-operator.ts";

const { kubernetesVersion, tags } = COMMON;
const make = (version = kubernetesVersion) =>
  new PrometheusOperator("prometheus", { kubernetesVersion: version, tags });

describe("PrometheusOperator", () => {
  it("is resource types alone, upgraded by the release and kept after it", async () => {
    const recording = await recordProgram(WORLD, false, () => make());
    assert.equal(objectsOf(recording).length, 2);
    assert.equal(resourcesOf(recording, K8S.deployment).length, 0);
    assert.deepEqual(at(releaseValues(recording), "crds", "annotations"), { "helm.sh/resource-policy": "keep" });
    assert.equal(recording.result.crds.length, 1);
  });
  it("refuses what is no version of a cluster", () => assertRefused(() => make("latest"), "kubernetes-version"));
});
