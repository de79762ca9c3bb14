import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Properties, UNKNOWN } from "../../values.ts";
import table from "../data/release-args.json" with { type: "json" };
import { checkRelease } from "./check-release.ts";

const GOOD: Properties = {
  chart: "karpenter",
  version: "1.6.0",
  repositoryOpts: { repo: "https://charts.example.dev" },
  namespace: "kube-system",
  name: "karpenter",
  values: { replicas: 1 },
  skipCrds: false,
};

describe("a Helm release", () => {
  it("passes when it is pinned and comes over https or from a registry", () => {
    assert.deepEqual(checkRelease(GOOD), []);
    const { repositoryOpts: _, ...rest } = GOOD;
    assert.deepEqual(
      checkRelease({ ...rest, chart: "oci://registry.example.dev/karpenter", version: "v1.6.0-rc.1+b" }),
      [],
    );
    assert.deepEqual(checkRelease({ ...GOOD, version: UNKNOWN, values: UNKNOWN }), []);
  });

  const bad: [string, Properties, string][] = [
    ["no chart", { chart: undefined as never }, "chart"],
    ["a chart by path", { chart: "./charts/karpenter" }, "chart"],
    ["a chart by address", { chart: "https://example.dev/a.tgz" }, "chart"],
    ["no version", { version: undefined as never }, "version"],
    ["a range of versions", { version: "^1.6.0" }, "version"],
    ["half a version", { version: "1.6" }, "version"],
    ["the latest version", { version: "latest" }, "version"],
    ["no repository", { repositoryOpts: {} }, "repositoryOpts.repo"],
    ["a repository over http", { repositoryOpts: { repo: "http://charts.example.dev" } }, "repositoryOpts.repo"],
    ["an option of no repository", { repositoryOpts: { repo: "https://a.dev", token: "x" } }, "repositoryOpts.token"],
    ["a registry and a repository", { chart: "oci://registry.example.dev/a" }, "repositoryOpts.repo"],
    ["values as text", { values: "replicas: 1" }, "values"],
    ["a flag as text", { skipCrds: "yes" }, "skipCrds"],
    ["an unknown key", { skipCRDs: true }, "skipCRDs"],
    ["a namespace in capitals", { namespace: "Kube" }, "namespace"],
    ["a name over 53 characters", { name: "a".repeat(54) }, "name"],
  ];
  for (const [title, change, path] of bad) {
    it(`with ${title} is refused`, () => {
      assert.deepEqual(
        checkRelease({ ...GOOD, ...change }).map((violation) => violation.path),
        [path],
      );
    });
  }

  it("takes the arguments that the package declares", () => {
    const file = createRequire(import.meta.url).resolve("@pulumi/kubernetes/helm/v3/release.d.ts");
    const args = readFileSync(file, "utf8").split("export interface ReleaseArgs {")[1]!;
    const declared = [...args.matchAll(/^ {4}(\w+)\??: /gm)].map(([, name]) => name);
    assert.deepEqual(Object.keys(table.args), declared.sort());
  });
});
