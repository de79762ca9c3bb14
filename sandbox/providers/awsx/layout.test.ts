import assert from "node:assert/strict";
import fc from "fast-check";
import { contains, formatCidr, overlaps, parseCidr } from "./cidr.ts";
import { type LayoutRequest, layOut, type SubnetSpec, type SubnetType } from "./layout.ts";

const ask = (change: Partial<LayoutRequest> = {}): LayoutRequest => ({
  vpcName: "net",
  vpcCidr: "10.0.0.0/16",
  zones: ["a", "b", "c"],
  strategy: "Auto",
  ...change,
});
const blocks = (request: LayoutRequest): string[] => layOut(request).subnets.map(({ cidrBlock }) => cidrBlock);
const three: SubnetSpec[] = [
  { type: "Public", cidrMask: 24 },
  { type: "Private", cidrMask: 20 },
  { type: "Isolated", cidrMask: 24 },
];

describe("CIDR blocks", () => {
  it("reads back what it writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 32 }), fc.nat(2 ** 32 - 1), (prefix, address) => {
        const size = 2 ** (32 - prefix);
        const block = { start: Math.floor(address / size) * size, prefix };
        assert.deepEqual(parseCidr(formatCidr(block)), block);
      }),
    );
  });
  it("refuses host bits, wide octets and prefixes, and other text", () => {
    for (const cidr of ["10.0.0.1/24", "10.0.256.0/24", "10.0.0.0/33", "10.0.0.0", "::/0"])
      assert.equal(parseCidr(cidr), undefined, cidr);
  });
});

describe("subnet layout", () => {
  it("lays the component's documented default", () => {
    assert.deepEqual(blocks(ask({ strategy: "Legacy", zones: ["a", "b"] })), [
      "10.0.0.0/18",
      "10.0.64.0/19",
      "10.0.128.0/18",
      "10.0.192.0/19",
    ]);
    assert.deepEqual(blocks(ask({ zones: ["a"] })), ["10.0.0.0/17", "10.0.128.0/18"]);
  });
  it("puts private before public before isolated in Legacy, and keeps the given order in Auto", () => {
    const types = (strategy: "Legacy" | "Auto"): SubnetType[] =>
      layOut(ask({ strategy, specs: three, zones: ["a"] })).subnets.map(({ spec }) => spec.type);
    assert.deepEqual(types("Legacy"), ["Private", "Public", "Isolated"]);
    assert.deepEqual(types("Auto"), ["Public", "Private", "Isolated"]);
  });
  it("aligns a larger subnet after a smaller one", () => {
    assert.deepEqual(blocks(ask({ specs: three, zones: ["a"] })), ["10.0.0.0/24", "10.0.16.0/20", "10.0.32.0/24"]);
  });
  it("names subnets by VPC, spec and zone number, and leaves gaps for unused space", () => {
    const specs: SubnetSpec[] = [
      { type: "Private", name: "app", cidrMask: 24 },
      { type: "Unused", cidrMask: 24 },
      { type: "Public", cidrMask: 24 },
    ];
    const { subnets } = layOut(ask({ specs, zones: ["a"] }));
    assert.deepEqual(
      subnets.map((s) => [s.resourceName, s.cidrBlock]),
      [
        ["net-app-1", "10.0.0.0/24"],
        ["net-public-1", "10.0.2.0/24"],
      ],
    );
  });
  it("takes sizes in addresses, and explicit blocks as they are", () => {
    assert.deepEqual(blocks(ask({ specs: [{ type: "Public", size: 256 }], zones: ["a"] })), ["10.0.0.0/24"]);
    assert.deepEqual(
      blocks(ask({ specs: [{ type: "Public", cidrBlocks: ["10.0.7.0/24", "10.0.9.0/24"] }], zones: ["a", "b"] })),
      ["10.0.7.0/24", "10.0.9.0/24"],
    );
  });
  it("merges given specs into the default ones in AutoMerge", () => {
    const { resolved } = layOut(ask({ strategy: "AutoMerge", specs: [{ type: "Public", cidrMask: 24 }] }));
    assert.deepEqual(
      resolved.map(({ type, cidrMask }) => [type, cidrMask]),
      [
        ["Private", 19],
        ["Public", 24],
      ],
    );
  });

  const bad: [string, Partial<LayoutRequest>, RegExp][] = [
    ["subnets larger than the VPC", { specs: [{ type: "Public", cidrMask: 17 }] }, /too large for VPC/],
    ["zones larger than the VPC", { zoneMask: 17 }, /do not fit in 10.0.0.0\/16/],
    ["a size that is no power of two", { specs: [{ type: "Public", size: 300 }] }, /no power of two/],
    [
      "two subnets of one name",
      {
        specs: [
          { type: "Public", cidrMask: 24 },
          { type: "Public", cidrMask: 24 },
        ],
      },
      /give each a name/,
    ],
    ["a gap in Exact", { strategy: "Exact", specs: three, zones: ["a"] }, /Exact wants an "Unused" spec/],
    [
      "blocks for some zones only",
      { specs: [{ type: "Public", cidrBlocks: ["10.0.0.0/24"] }] },
      /one block for each of 3 zones/,
    ],
    [
      "a block outside of the VPC",
      { zones: ["a"], specs: [{ type: "Public", cidrBlocks: ["10.1.0.0/24"] }] },
      /no block inside 10.0.0.0\/16/,
    ],
    ["a VPC with host bits", { vpcCidr: "10.0.0.1/16" }, /no IPv4 CIDR block/],
    ["no zone", { zones: [] }, /at least one zone/],
  ];
  for (const [title, change, message] of bad)
    it(`refuses ${title}`, () => assert.throws(() => layOut(ask(change)), message));

  it("never overlaps, never leaves the VPC, and is the same each time", () => {
    const spec = fc.record({
      type: fc.constantFrom<SubnetType>("Public", "Private", "Isolated", "Unused"),
      cidrMask: fc.option(fc.integer({ min: 18, max: 28 }), { nil: undefined }),
    });
    const requests = fc.record({
      specs: fc.option(fc.array(spec, { minLength: 1, maxLength: 6 }), { nil: undefined }),
      zones: fc.integer({ min: 1, max: 6 }),
      strategy: fc.constantFrom("Legacy" as const, "Auto" as const, "AutoMerge" as const),
      prefix: fc.integer({ min: 16, max: 20 }),
    });
    let laid = 0;
    fc.assert(
      fc.property(requests, ({ specs, zones, strategy, prefix }) => {
        const request = ask({
          strategy,
          vpcCidr: `10.16.0.0/${prefix}`,
          zones: ["a", "b", "c", "d", "e", "f"].slice(0, zones),
          ...(specs === undefined ? {} : { specs: specs.map((one, i) => ({ ...one, name: `s${i}` }) as SubnetSpec) }),
        });
        let found: string[];
        try {
          found = blocks(request);
        } catch {
          return;
        }
        laid++;
        const vpc = parseCidr(request.vpcCidr)!;
        const parsed = found.map((cidr) => parseCidr(cidr)!);
        assert.ok(parsed.every((block) => contains(vpc, block)));
        for (const [i, a] of parsed.entries()) for (const b of parsed.slice(i + 1)) assert.ok(!overlaps(a, b));
        assert.deepEqual(blocks(request), found);
      }),
      { numRuns: 300 },
    );
    assert.ok(laid > 50, `only ${laid} layouts fitted`);
  });
});
