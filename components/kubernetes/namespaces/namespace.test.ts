import assert from "node:assert/strict";
import type { CustomResourceOptions, Resource } from "@pulumi/pulumi";
import type { Plan } from "@pyairtable/plan";
import { recordProgram, resourceOf, resourcesOf, UNKNOWN } from "../../shared/test-mocks.ts";
import { namespaceFromPlan } from "./from-plan.ts";
import { Namespace } from "./namespace.ts";
import { normalise } from "./normalise.ts";
import { PriorityClasses } from "./priority-classes.ts";
import { COMPONENTS, namespaceArgs, TAGS, TYPES, WORLD } from "./test-world.ts";

describe("Namespace, the component", () => {
  it("makes 6 resources, 7 with editors (README, Resources)", async () => {
    const kinds = async (over: object) => {
      const { resources } = await recordProgram(WORLD, false, () => new Namespace("n", namespaceArgs(over)));
      return resources.filter(({ custom }) => custom).length;
    };
    assert.equal(await kinds({}), 6);
    assert.equal(await kinds({ editors: [{ group: "team-a", why: "deploys by Argo CD" }] }), 7);
    assert.equal(await kinds({ viewers: [] }), 5);
  });

  it("keeps all that rules read known in preview", async () => {
    const recording = await recordProgram(WORLD, true, () => new Namespace("n", namespaceArgs()));
    assert.equal(recording.result.name, "pyairtable-records");
    assert.ok(!JSON.stringify(recording.resources).includes(UNKNOWN));
    assert.equal(resourcesOf(recording, TYPES.policy).length, 2);
    assert.equal(resourceOf(recording, COMPONENTS.namespace).name, "n");
  });

  it("lets each child be changed, and makes them after the namespace", async () => {
    const seen: Record<string, string[]> = {};
    const note = (_: unknown, { dependsOn }: CustomResourceOptions, name: string) => {
      seen[name] = [dependsOn ?? []].flat().map((one) => (one as Resource).constructor.name);
    };
    const transform = { namespace: note, quota: note, limitRange: note, networkPolicy: note, roleBinding: note };
    await recordProgram(WORLD, false, () => new Namespace("n", namespaceArgs({ transform })));
    assert.deepEqual(seen, {
      "n-namespace": [],
      "n-quota": ["Namespace"],
      "n-limits": ["Namespace"],
      "n-default-deny": ["Namespace"],
      "n-allow-dns": ["Namespace"],
      "n-view": ["Namespace"],
    });
  });
});

describe("PriorityClasses, the component", () => {
  it("makes one of each and tells their names", async () => {
    const recording = await recordProgram(WORLD, true, () => new PriorityClasses("p", { tags: TAGS }));
    assert.equal(resourcesOf(recording, TYPES.priority).length, 4);
    assert.ok(recording.result.names.includes("pyairtable-critical"));
  });
});

describe("namespaceFromPlan", () => {
  const { name, domain, quota, limitRange } = namespaceArgs();
  const plan = { tags: TAGS, kubernetes: { version: "1.34" } } as unknown as Plan;
  const namespace = { name, domain, quota, limitRange, owners: ["team-records", "team-files"] };

  it("carries the plan, and lets owners look", () => {
    const record = normalise(namespaceFromPlan(namespace, plan));
    assert.deepEqual([record.name, record.domain, record.kubernetesVersion], [name, domain, "1.34"]);
    assert.deepEqual([record.quota, record.limitRange, record.tags], [quota, limitRange, TAGS]);
    assert.deepEqual([record.viewers, record.editors], [["team-files", "team-records"], []]);
  });

  it("hands on who deploys by itself", () => {
    const editors = { [name]: [{ group: "team-files", why: "deploys by Argo CD" }] };
    assert.deepEqual(normalise(namespaceFromPlan(namespace, plan, { editors })).editors, editors[name]);
  });
});
