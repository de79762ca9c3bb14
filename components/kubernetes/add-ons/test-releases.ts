import assert from "node:assert/strict";
import { type Recording, resourceOf } from "../../shared/test-mocks.ts";
import { at, K8S } from "./test-world.ts";

/** The values of the only release; fails unless it is pinned, rolled back whole, and leaves CRDs to templates. */
export function releaseValues(recording: Pick<Recording<unknown>, "resources">): Record<string, unknown> {
  const { inputs } = resourceOf(recording, K8S.release);
  assert.match(String(inputs.version), /^\d+\.\d+\.\d+$/);
  assert.match(String(at(inputs, "repositoryOpts", "repo")), /^https:\/\//);
  assert.deepEqual(
    [inputs.atomic, inputs.cleanupOnFail, inputs.skipCrds, inputs.createNamespace],
    [true, true, true, false],
  );
  assert.equal(inputs.timeout, 600);
  return inputs.values as Record<string, unknown>;
}

/** Requests, limits, class, toleration and spread, as charts call them. */
export function assertSizedPod(values: unknown): void {
  for (const kind of ["requests", "limits"]) {
    assert.match(String(at(values, "resources", kind, "cpu")), /^\d+m?$/);
    assert.match(String(at(values, "resources", kind, "memory")), /^\d+[MG]i$/);
  }
  assert.equal(at(values, "priorityClassName"), "pyairtable-add-on");
  assert.deepEqual(at(values, "tolerations"), [{ key: "CriticalAddonsOnly", operator: "Exists" }]);
  assert.equal((at(values, "topologySpreadConstraints") as unknown[]).length, 2);
}
