import assert from "node:assert/strict";
import { codes, contract, type Edit, gate } from "./edited-contract.ts";
import { checkCompatibility } from "./gate.ts";

describe("the compatibility gate lets pass", () => {
  const additions: [string, Edit][] = [
    [
      "an optional field",
      (s) => {
        s.properties.extra = { type: "string" };
      },
    ],
    [
      "a required field",
      (s) => {
        s.properties.extra = { type: "string" };
        s.required.push("extra");
      },
    ],
    [
      "a field of a record's values",
      (s) => {
        s.$defs.service.properties.queue = { type: "string" };
      },
    ],
    [
      "a field in an alternative",
      (s) => {
        s.properties.target.anyOf[0].properties.port = { type: "integer" };
      },
    ],
    ["an optional field that is now always there", (s) => s.required.push("note")],
  ];
  for (const [name, edit] of additions) {
    it(`${name} in a minor, not in a patch or the same version`, () => {
      assert.deepEqual(codes(edit, "1.1.0"), []);
      for (const version of ["1.0.0", "1.0.1"]) {
        const found = gate(edit, version);
        assert.deepEqual(
          found.map(({ code }) => code),
          ["contract.minor-not-raised"],
        );
        assert.match(found[0]!.fix, /1\.1\.0/);
      }
    });
  }

  const nothing: [string, Edit][] = [
    ["no difference", () => {}],
    [
      "other words",
      (s) => {
        s.title = "t";
        s.properties.name.description = "called so";
        s.properties.name.examples = ["x"];
      },
    ],
    [
      "fields in another order",
      (s) => {
        s.properties = Object.fromEntries(Object.entries(s.properties).reverse());
        s.required.reverse();
      },
    ],
    ["values in another order", (s) => s.properties.tier.enum.reverse()],
    [
      "a constant as the only value",
      (s) => {
        s.properties.currency = { type: "string", enum: ["USD"] };
      },
    ],
    [
      "a reference written out",
      (s) => {
        s.properties.services.additionalProperties = s.$defs.service;
      },
    ],
    [
      "alternatives written as a list of types",
      (s) => {
        s.properties.zone = { anyOf: [{ type: "null" }, { type: "string" }] };
      },
    ],
    [
      "an open object that says so",
      (s) => {
        s.additionalProperties = true;
      },
    ],
  ];
  for (const [name, edit] of nothing) {
    it(`${name} under the same version`, () => assert.deepEqual(codes(edit), []));
  }
});

describe("the compatibility gate and versions", () => {
  it("refuses an older version, and one it can't read", () => {
    assert.deepEqual(
      checkCompatibility(contract("1.2.0"), contract("1.1.9")).map(({ code }) => code),
      ["contract.version-lowered"],
    );
    assert.deepEqual(
      checkCompatibility(contract("1.0"), contract("1.0.0")).map(({ code }) => code),
      ["contract.version-missing"],
    );
    assert.deepEqual(
      checkCompatibility(contract("1.0.0"), {}).map(({ code }) => code),
      ["contract.version-missing"],
    );
  });

  it("calls a reference that leads nowhere a bug", () => {
    assert.throws(
      () =>
        gate((s) => {
          s.properties.note = { $ref: "#/$defs/absent" };
        }),
      /#\/\$defs\/absent leads nowhere/,
    );
  });
});
