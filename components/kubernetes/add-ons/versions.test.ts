import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { ADD_ON_NAMES } from "@pyairtable/plan";
import { isPinned } from "../shared/index.ts";
import {
  CERTGEN_IMAGE,
  chartOf,
  imageOf,
  imageReference,
  inRange,
  type LocalAddOnName,
  showRange,
  VERSIONS,
} from "./versions.ts";

const SCHEMA = new URL("../../../schema/platform-config.schema.json", import.meta.url);
/** What a stack gets that names no version. */
const PLANNED: string = JSON.parse(readFileSync(SCHEMA, "utf8")).properties.kubernetes.properties.version.default;

const entries = Object.entries(VERSIONS) as [LocalAddOnName, (typeof VERSIONS)[LocalAddOnName]][];

describe("pinned versions", () => {
  it("cover every add-on of the plan but Karpenter, which has a room of its own", () => {
    assert.deepEqual(Object.keys(VERSIONS).sort(), ADD_ON_NAMES.filter((name) => name !== "karpenter").sort());
  });

  for (const [name, { images, chart, kubernetes, sources, appVersion }] of entries)
    describe(name, () => {
      it("has every image at a version, and digests that are digests", () => {
        for (const image of Object.values(images)) {
          assert.ok(isPinned(imageReference(image)), imageReference(image));
          assert.match(image.tag, /^v?\d+\.\d+\.\d+/);
          assert.ok(image.digest === null || /^sha256:[0-9a-f]{64}$/.test(image.digest));
        }
      });
      it("has its chart at one version, over https", () => {
        if (chart === null) return;
        assert.match(chart.version, /^\d+\.\d+\.\d+$/);
        assert.match(chart.repository, /^https:\/\//);
      });
      it("runs on the Kubernetes that the platform plans", () => {
        assert.ok(inRange(PLANNED, kubernetes), showRange(kubernetes));
      });
      it("cites where its facts were read", () => {
        assert.ok(sources.length > 0);
        for (const source of sources) assert.match(source, /^[\w-]+\/[\w.-]+@[\w./-]+:[\w./-]+$/);
      });
      it("is the version its images and chart carry", () => {
        if (appVersion === null) return;
        const own = Object.values(images).filter(({ repository }) => !repository.endsWith("/redis"));
        for (const { tag } of own) assert.equal(tag.replace(/^v/, ""), appVersion);
      });
    });

  it("pins what makes certificates", () => assert.ok(isPinned(imageReference(CERTGEN_IMAGE))));

  it("are written nowhere else in this room", () => {
    const here = new URL(".", import.meta.url);
    const offenders = globSync("**/*.ts", { cwd: here })
      .filter((file) => !file.endsWith(".test.ts"))
      .flatMap((file) =>
        readFileSync(new URL(file, here), "utf8")
          .split("\n")
          .filter((line) => /(?<![\d.])v?\d+\.\d+\.\d+(?![.\d])/.test(line))
          .map((line) => `${file}: ${line.trim()}`),
      );
    assert.deepEqual(offenders, []);
  });

  for (const [minor, range, inside] of [
    ["1.34", { min: "1.31", max: null }, true],
    ["1.34", { min: "1.34", max: "1.34" }, true],
    ["1.9", { min: "1.31", max: null }, false],
    ["1.100", { min: "1.31", max: "1.36" }, false],
    ["1.35", { min: "1.31", max: "1.34" }, false],
    ["1.30", { min: "1.31", max: null }, false],
    ["1.34.2", { min: "1.31", max: null }, false],
    ["v1.34", { min: "1.31", max: null }, false],
    ["2.34", { min: "1.31", max: null }, false],
  ] as const)
    it(`find ${minor} ${inside ? "in" : "outside"} ${showRange(range)}`, () =>
      assert.equal(inRange(minor, range), inside));

  it("are asked for by names that are there", () => {
    assert.throws(() => imageOf("keda", "dashboard"), /no image/);
    assert.throws(() => chartOf("metrics-server"), /no chart/);
    assert.equal(imageReference({ repository: "a/b", tag: "1", digest: null }), "a/b:1");
  });
});
