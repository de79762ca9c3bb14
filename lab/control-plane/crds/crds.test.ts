import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import table from "../data/crds.json" with { type: "json" };
import { toolModule } from "../tools.ts";
import { CRD_CHARTS, crdsOf } from "./crds.ts";

const MODULE = fileURLToPath(new URL("./module/", import.meta.url));

describe("resource types of add-ons", () => {
  it("come from a module for every add-on but External Secrets", () => {
    const own = CRD_CHARTS.filter((chart) => !(chart in table.charts));
    assert.deepEqual(own, ["external-secrets"]);
  });

  it("are pinned by version and checksum", () => {
    for (const [chart, { module }] of Object.entries(table.charts)) {
      const folder = chart === "vertical-pod-autoscaler" ? toolModule("vpa") : MODULE;
      const version = new RegExp(`^(?:require)?\\s*${module} (v\\S+)`, "m").exec(
        readFileSync(`${folder}go.mod`, "utf8"),
      )?.[1];
      assert.ok(version, `${module} is not required`);
      assert.ok(
        readFileSync(`${folder}go.sum`, "utf8").includes(`${module} ${version} h1:`),
        `${module} has no checksum`,
      );
    }
  });

  it("of External Secrets are ours: three kinds, served as v1, closed to unknown fields", async () => {
    const crds = await crdsOf("external-secrets");
    assert.deepEqual(crds.map(({ spec }) => spec.names.kind).sort(), [
      "ClusterSecretStore",
      "ExternalSecret",
      "SecretStore",
    ]);
    for (const { metadata, spec } of crds) {
      assert.equal(metadata?.name, `${spec.names.plural}.${spec.group}`);
      assert.deepEqual(
        spec.versions.map(({ name }) => name),
        ["v1"],
      );
      const schema = spec.versions[0]?.schema?.openAPIV3Schema?.properties?.spec as Record<string, unknown>;
      assert.equal(schema["x-kubernetes-preserve-unknown-fields"], undefined);
    }
  });

  it("of a store are the same for one namespace and for all", async () => {
    const [one, all] = (await crdsOf("external-secrets")).filter(({ spec }) => spec.names.kind.endsWith("SecretStore"));
    assert.deepEqual(one?.spec.versions[0]?.schema, all?.spec.versions[0]?.schema);
  });
});
