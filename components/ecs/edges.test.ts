import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";
import fc from "fast-check";
import { recordProgram, resourceOf, resourcesOf } from "../shared/test-mocks.ts";
import { connectServices, type Edge, type EdgeEnd, ServiceEdges } from "./edges.ts";
import { AWS, TAGS, WORLD } from "./test-world.ts";

const end = (name: string): EdgeEnd => ({ name, securityGroupId: `sg-${name}`, tags: { ...TAGS, Service: name } });
const edge = (caller: string, callee: string, port = 8080): Edge => ({
  caller: end(caller),
  callee: end(callee),
  port,
});

/** Edges as the rules state them, from each side. */
async function rulesOf(edges: readonly Edge[]): Promise<{ in: string[]; out: string[] }> {
  const recording = await recordProgram(WORLD, false, () => connectServices("calls", edges));
  const told = (type: string, from: string, to: string) =>
    resourcesOf(recording, type)
      .map(({ inputs }) => `${inputs[from]}>${inputs[to]}:${inputs.fromPort}-${inputs.toPort}/${inputs.ipProtocol}`)
      .sort();
  return {
    in: told(AWS.ingress, "referencedSecurityGroupId", "securityGroupId"),
    out: told(AWS.egress, "securityGroupId", "referencedSecurityGroupId"),
  };
}

describe("ServiceEdges", () => {
  it("are exactly the edges given, one rule at each end", async () => {
    const names = fc.constantFrom("alb", "auth", "billing", "records", "files");
    const pairs = fc.uniqueArray(fc.tuple(names, names, fc.integer({ min: 1, max: 65535 })), {
      selector: ([a, b, port]) => `${a} ${b} ${port}`,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(pairs, async (all) => {
        const edges = all.filter(([a, b]) => a !== b).map(([a, b, port]) => edge(a, b, port));
        const wanted = edges
          .map(({ caller, callee, port }) => `sg-${caller.name}>sg-${callee.name}:${port}-${port}/tcp`)
          .sort();
        assert.deepEqual(await rulesOf(edges), { in: wanted, out: wanted });
      }),
      { numRuns: 15 },
    );
  });

  it("name no CIDR block, and carry the tags of the end they belong to", async () => {
    const recording = await recordProgram(WORLD, true, () => connectServices("calls", [edge("auth", "billing")]));
    for (const { inputs } of recording.resources) assert.ok(!("cidrIpv4" in inputs) && !("cidrIpv6" in inputs));
    const service = (type: string) => (resourceOf(recording, type).inputs.tags as { Service: string }).Service;
    assert.equal(service(AWS.ingress), "billing");
    assert.equal(service(AWS.egress), "auth");
    assert.equal(recording.result.ruleCount, 2);
  });

  it("let each rule be changed before it is made", async () => {
    const description = (args: { description?: unknown }) => {
      args.description = "changed";
    };
    const transform = { ingress: description, egress: description };
    const recording = await recordProgram(
      WORLD,
      false,
      () => new ServiceEdges("calls", { edges: [edge("auth", "billing")], transform }),
    );
    for (const type of [AWS.ingress, AWS.egress])
      assert.equal(resourceOf(recording, type).inputs.description, "changed");
  });

  for (const [what, edges] of [
    ["a call to itself", [edge("auth", "auth")]],
    ["an edge twice", [edge("auth", "billing"), edge("auth", "billing")]],
    ["port 0", [edge("auth", "billing", 0)]],
  ] as const)
    it(`refuse ${what}`, () => {
      assert.throws(() => connectServices("calls", edges), UserError);
    });
});
