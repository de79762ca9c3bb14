import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";
import type { NamespaceArgs } from "./args.ts";
import { namespaceErrorCodes } from "./error-codes.ts";
import { normalise } from "./normalise.ts";
import { namespaceArgs, TAGS } from "./test-world.ts";

function problemsOf(args: NamespaceArgs): string[] {
  try {
    normalise(args);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.diagnostics.map(({ code, path }) => `${code} ${path.slice(path.indexOf(": ") + 2)}`);
  }
}

const { quota, limitRange } = namespaceArgs();
const bad = (over: Partial<NamespaceArgs>) => namespaceArgs(over);

const BAD: [what: string, args: NamespaceArgs, problem: string][] = [
  ["a name over 63", bad({ name: `a${"b".repeat(63)}` }), "namespace.name name"],
  ["a namespace of the cluster's", bad({ name: "kube-system" }), "namespace.name name"],
  ["the default namespace", bad({ name: "default" }), "namespace.name name"],
  ["a domain no label may hold", bad({ domain: "re cords" }), "namespace.label domain"],
  ["no owner to pay", bad({ tags: { ...TAGS, Owner: "" } }), "namespace.label tags.Owner"],
  ["a patch version", bad({ kubernetesVersion: "1.34.4" }), "namespace.version kubernetesVersion"],
  ["room for no pod", bad({ quota: { ...quota, pods: 0 } }), "namespace.number quota.pods"],
  ["half a core", bad({ quota: { ...quota, cpuMillicores: 0.5 } }), "namespace.number quota.cpuMillicores"],
  [
    "a default above the maximum",
    bad({ limitRange: { ...limitRange, defaultMemoryMiB: 9000 } }),
    "namespace.number limitRange.defaultMemoryMiB",
  ],
  ["a group of the cluster's", bad({ viewers: ["system:masters"] }), "namespace.group viewers[0]"],
  ["an editor without a reason", bad({ editors: [{ group: "team-a", why: "" }] }), "namespace.reason editors[0].why"],
  ["an address in place of a block", bad({ nodeLocalDnsCidr: "169.254.20.10" }), "namespace.cidr nodeLocalDnsCidr"],
];

describe("normalise of a namespace", () => {
  for (const [what, args, problem] of BAD) it(`refuses ${what}`, () => assert.deepEqual(problemsOf(args), [problem]));

  it("has a refusal for each code it may end in", () => {
    const tripped = new Set(BAD.map(([, , problem]) => problem.split(" ")[0]));
    assert.deepEqual([...tripped].sort(), namespaceErrorCodes.map(({ code }) => code).sort());
  });

  it("reports everything at once", () => {
    assert.equal(problemsOf(bad({ name: "A", domain: "", kubernetesVersion: "1" })).length, 3);
  });

  it("takes the plain case, and closes editing by default", () => {
    const record = normalise(namespaceArgs());
    assert.deepEqual([record.editors, record.nodeLocalDnsCidr], [[], null]);
  });
});
