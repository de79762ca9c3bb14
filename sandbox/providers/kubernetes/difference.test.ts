import assert from "node:assert/strict";
import type { Properties } from "../values.ts";
import { difference } from "./difference.ts";
import { settingsOf } from "./settings.ts";

const named = (kind: string, apiVersion: string, rest: Properties): Properties => ({
  apiVersion,
  kind,
  metadata: { name: "a", namespace: "n" },
  ...rest,
});

describe("the difference of two objects", () => {
  const cases: [string, Properties, Properties, boolean][] = [
    [
      "a deployment's selector",
      named("Deployment", "apps/v1", { spec: { selector: { a: "1" } } }),
      { spec: { selector: { a: "2" } } },
      true,
    ],
    [
      "its image",
      named("Deployment", "apps/v1", { spec: { template: { a: 1 } } }),
      { spec: { template: { a: 2 } } },
      false,
    ],
    [
      "a service's selector",
      named("Service", "v1", { spec: { selector: { a: "1" } } }),
      { spec: { selector: { a: "2" } } },
      false,
    ],
    ["its address", named("Service", "v1", { spec: { clusterIP: "None" } }), { spec: {} }, true],
    [
      "a budget's selector",
      named("PodDisruptionBudget", "policy/v1", { spec: { selector: { a: 1 } } }),
      { spec: { selector: { a: 2 } } },
      false,
    ],
    [
      "a custom resource's selector",
      named("ServiceMonitor", "monitoring.coreos.com/v1", { spec: { selector: 1 } }),
      { spec: { selector: 2 } },
      false,
    ],
    [
      "a job's template",
      named("Job", "batch/v1", { spec: { template: { a: 1 } } }),
      { spec: { template: { a: 2 } } },
      true,
    ],
    [
      "a role binding's role",
      named("RoleBinding", "rbac.authorization.k8s.io/v1", { roleRef: { name: "a" } }),
      { roleRef: { name: "b" } },
      true,
    ],
    ["a name", named("ConfigMap", "v1", {}), { metadata: { name: "b", namespace: "n" } }, true],
    ["a namespace", named("ConfigMap", "v1", {}), { metadata: { name: "a", namespace: "m" } }, true],
    ["a label", named("ConfigMap", "v1", {}), { metadata: { name: "a", namespace: "n", labels: { a: "b" } } }, false],
    ["a version", named("NodePool", "karpenter.sh/v1beta1", {}), { apiVersion: "karpenter.sh/v1" }, false],
    ["a group", named("Ingress", "extensions/v1", {}), { apiVersion: "networking.k8s.io/v1" }, true],
    ["a config map's data", named("ConfigMap", "v1", { data: { a: "1" } }), { data: { a: "2" } }, true],
    ["a secret's text", named("Secret", "v1", { stringData: { a: "1" } }), { stringData: { a: "2" } }, true],
  ];
  for (const [title, olds, change, replaces] of cases) {
    it(`in ${title} ${replaces ? "makes a new object" : "is made in place"}`, () => {
      const { changes } = difference(olds, { ...olds, ...change }, settingsOf({}));
      assert.equal(
        [...changes.values()].some(({ replace }) => replace),
        replaces,
      );
      assert.ok(changes.size > 0);
    });
  }

  it("in data is made in place where the provider says so, and the object is not immutable", () => {
    const settings = settingsOf({ enableConfigMapMutable: "true" });
    const olds = named("ConfigMap", "v1", { data: { a: "1" } });
    const replaces = (news: Properties): boolean =>
      [...difference(olds, news, settings).changes.values()].some(({ replace }) => replace);
    assert.equal(replaces({ ...olds, data: { a: "2" } }), false);
    assert.equal(replaces({ ...olds, data: { a: "2" }, immutable: true }), true);
    const secret = named("Secret", "v1", { data: { a: "1" } });
    const { changes } = difference(secret, { ...secret, data: { a: "2" } }, settings);
    assert.equal(
      [...changes.values()].some(({ replace }) => replace),
      true,
    );
  });

  it("deletes first what keeps its name", () => {
    const olds = named("ConfigMap", "v1", { data: { a: "1" } });
    assert.equal(difference(olds, { ...olds, data: {} }, settingsOf({})).deleteBeforeReplace, true);
    const renamed = { ...olds, metadata: { name: "b", namespace: "n" } };
    assert.equal(difference(olds, renamed, settingsOf({})).deleteBeforeReplace, false);
  });
});
