import assert from "node:assert/strict";
import type { RecordedResource } from "../../shared/test-mocks.ts";
import { at } from "./test-world.ts";

interface Container {
  readonly image: string;
  readonly args?: readonly string[];
  readonly resources: Record<"requests" | "limits", Record<"cpu" | "memory", string> | undefined>;
  readonly securityContext: Record<string, unknown>;
}

/** Every rule this room gives a pod of its own; `resource` has a pod template. */
export function assertHardenedPod(resource: RecordedResource): void {
  const where = resource.name;
  const spec = at(resource.inputs, "spec", "template", "spec") as Record<string, unknown>;
  assert.equal(at(spec, "securityContext", "runAsNonRoot"), true, where);
  assert.equal(at(spec, "securityContext", "seccompProfile", "type"), "RuntimeDefault", where);
  assert.equal(spec.priorityClassName, "pyairtable-add-on", where);
  assert.deepEqual(spec.tolerations, [{ key: "CriticalAddonsOnly", operator: "Exists" }], where);
  for (const key of ["hostNetwork", "hostPID", "hostIPC"]) assert.equal(spec[key], undefined, where);
  for (const container of spec.containers as Container[]) {
    const { securityContext, resources, image } = container;
    assert.equal(securityContext.allowPrivilegeEscalation, false, where);
    assert.equal(securityContext.readOnlyRootFilesystem, true, where);
    assert.deepEqual(securityContext.capabilities, { drop: ["ALL"] }, where);
    for (const kind of ["requests", "limits"] as const) {
      assert.match(resources[kind]?.cpu ?? "", /^\d+m?$/, where);
      assert.match(resources[kind]?.memory ?? "", /^\d+[MG]i$/, where);
    }
    assertPinned(image);
  }
}

/** A tag that names a version, not a moving one. */
export function assertPinned(image: string): void {
  assert.match(image, /:v?\d+\.\d+\.\d+(-[a-z0-9.]+)?(@sha256:[0-9a-f]{64})?$/, image);
}

/** The flags of a deployment's only container. */
export function flagsOf(resource: RecordedResource): readonly string[] {
  const [container, ...others] = at(resource.inputs, "spec", "template", "spec", "containers") as Container[];
  assert.equal(others.length, 0);
  return container?.args ?? [];
}
