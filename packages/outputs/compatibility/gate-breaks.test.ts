import assert from "node:assert/strict";
import { codes, type Edit, gate } from "./edited-contract.ts";

describe("the compatibility gate refuses, within a major version,", () => {
  const breaking: [string, Edit, string][] = [
    ["a removed field", (s) => delete s.properties.note, "contract.removed platform.note"],
    [
      "a renamed field",
      (s) => {
        s.properties.remark = s.properties.note;
        delete s.properties.note;
      },
      "contract.removed platform.note",
    ],
    [
      "a removed field of a record's values",
      (s) => delete s.$defs.service.properties.arn,
      "contract.removed platform.services.<key>.arn",
    ],
    [
      "a removed field in an alternative",
      (s) => delete s.properties.target.anyOf[0].properties.arn,
      "contract.removed platform.target.arn",
    ],
    [
      "a field that became optional",
      (s) => {
        s.required = s.required.filter((k: string) => k !== "usd");
      },
      "contract.removed platform.usd",
    ],
    [
      "an optional field in a record's values",
      (s) => {
        s.$defs.service.required = [];
      },
      "contract.removed platform.services.<key>.arn",
    ],
    [
      "another type",
      (s) => {
        s.properties.name = { type: "number" };
      },
      "contract.changed platform.name",
    ],
    [
      "an array in the place of a record",
      (s) => {
        s.properties.services = { type: "array" };
      },
      "contract.changed platform.services",
    ],
    [
      "null as well",
      (s) => {
        s.properties.note.type = ["string", "null"];
      },
      "contract.widened platform.note",
    ],
    [
      "null no more",
      (s) => {
        s.properties.zone.type = "string";
      },
      "contract.narrowed platform.zone",
    ],
    [
      "an alternative more",
      (s) => s.properties.target.anyOf.push({ type: "string" }),
      "contract.widened platform.target",
    ],
    ["an alternative less", (s) => s.properties.target.anyOf.pop(), "contract.narrowed platform.target"],
    [
      "a number where an integer was",
      (s) => {
        s.properties.port.type = "number";
      },
      "contract.widened platform.port",
    ],
    [
      "an integer where a number was",
      (s) => {
        s.properties.usd.type = "integer";
      },
      "contract.narrowed platform.usd",
    ],
    ["a value less", (s) => s.properties.tier.enum.pop(), "contract.narrowed platform.tier"],
    ["a value more", (s) => s.properties.tier.enum.push("batch"), "contract.widened platform.tier"],
    [
      "a restriction to values",
      (s) => {
        s.properties.note.enum = ["a", "b"];
      },
      "contract.narrowed platform.note",
    ],
    ["the end of such a restriction", (s) => delete s.properties.tier.enum, "contract.widened platform.tier"],
    [
      "another constant",
      (s) => {
        s.properties.currency.const = "EUR";
      },
      "contract.narrowed platform.currency",
    ],
    [
      "a pattern",
      (s) => {
        s.properties.note.pattern = "^a";
      },
      "contract.narrowed platform.note",
    ],
    [
      "another pattern",
      (s) => {
        s.properties.name.pattern = "^[a-z0-9]+$";
      },
      "contract.changed platform.name",
    ],
    ["no pattern", (s) => delete s.properties.name.pattern, "contract.widened platform.name"],
    [
      "another pattern of elements",
      (s) => {
        s.properties.subnets.items.pattern = "^net-";
      },
      "contract.changed platform.subnets[]",
    ],
    [
      "another pattern of keys",
      (s) => {
        s.properties.services.propertyNames.pattern = "^x";
      },
      "contract.changed platform.services.<key>",
    ],
    [
      "another format",
      (s) => {
        s.properties.when.format = "date";
      },
      "contract.changed platform.when",
    ],
    [
      "a raised minimum",
      (s) => {
        s.properties.port.minimum = 1024;
      },
      "contract.narrowed platform.port",
    ],
    [
      "a lowered minimum",
      (s) => {
        s.properties.port.minimum = 0;
      },
      "contract.widened platform.port",
    ],
    [
      "a lowered maximum",
      (s) => {
        s.properties.port.maximum = 9999;
      },
      "contract.narrowed platform.port",
    ],
    ["no maximum", (s) => delete s.properties.port.maximum, "contract.widened platform.port"],
    [
      "a raised exclusive minimum",
      (s) => {
        s.properties.usd.exclusiveMinimum = 1;
      },
      "contract.narrowed platform.usd",
    ],
    [
      "a greater least length",
      (s) => {
        s.properties.name.minLength = 3;
      },
      "contract.narrowed platform.name",
    ],
    [
      "a list that may be empty",
      (s) => {
        s.properties.subnets.minItems = 0;
      },
      "contract.widened platform.subnets",
    ],
    [
      "a shorter list",
      (s) => {
        s.properties.subnets.maxItems = 3;
      },
      "contract.narrowed platform.subnets",
    ],
    [
      "a closed object",
      (s) => {
        s.additionalProperties = false;
      },
      "contract.narrowed platform.<key>",
    ],
    [
      "a record of anything",
      (s) => delete s.properties.services.additionalProperties,
      "contract.widened platform.services.<key>",
    ],
    [
      "a keyword it can't judge",
      (s) => {
        s.properties.name.not = { const: "x" };
      },
      "contract.changed platform.name",
    ],
  ];
  for (const [name, edit, expected] of breaking) {
    it(name, () => {
      assert.deepEqual([...new Set(codes(edit))].filter((line) => !line.startsWith("contract.minor")).slice(0, 1), [
        expected,
      ]);
      // A minor does not make it right; a major does.
      assert.ok(codes(edit, "1.1.0").includes(expected));
      assert.deepEqual(codes(edit, "2.0.0"), []);
    });
  }

  it("several at once, each with what was released and what to do", () => {
    const found = gate((s) => {
      delete s.properties.note;
      s.properties.tier.enum.pop();
      s.properties.port.minimum = 1024;
    });
    assert.equal(found.length, 3);
    const port = found.find(({ path }) => path === "platform.port");
    assert.deepEqual(port, {
      code: "contract.narrowed",
      path: "platform.port",
      got: "minimum 1024",
      wanted: "minimum 1, as released in 1.0.0",
      fix: "Keep what was released, or raise the major version to 2.0.0.",
    });
  });
});
