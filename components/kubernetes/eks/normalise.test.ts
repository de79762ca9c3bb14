import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";
import type { EksClusterArgs } from "./args.ts";
import { normaliseCluster } from "./normalise.ts";
import { ADMIN, clusterArgs } from "./test-world.ts";

const codes = (over: Partial<EksClusterArgs>): string => {
  try {
    normaliseCluster(clusterArgs(over));
    return "";
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.diagnostics.map(({ code }) => code).join(" ");
  }
};
const client = { name: "vpn", cidr: "10.8.0.0/16", why: "operators' VPN" };
const open = { cidrs: ["192.0.2.0/24"], why: "runners outside the VPC" };

describe("args of a cluster", () => {
  const BAD: readonly (readonly [string, Partial<EksClusterArgs>, string])[] = [
    ["a name AWS refuses", { project: "P" }, "eks.name"],
    ["no region", { region: "us" }, "eks.region"],
    ["a short account", { accountId: "1" }, "eks.account"],
    ["a missing tag", { tags: { ...clusterArgs().tags, Owner: "" } }, "eks.tag"],
    ["a version without add-ons", { version: "1.12" }, "eks.version"],
    ["one zone", { zones: ["us-east-1a"] }, "eks.zones"],
    ["a zone twice", { zones: ["us-east-1a", "us-east-1a"] }, "eks.zones"],
    ["nobody who may enter", { adminPrincipalArns: [] }, "eks.admin"],
    [
      "an assumed role",
      { adminPrincipalArns: ["arn:aws:sts::111122223333:assumed-role/pulumi/session"] },
      "eks.principal",
    ],
    ["a principal twice", { viewerPrincipalArns: [ADMIN] }, "eks.principal-twice"],
    ["an x86 instance", { system: { instanceType: "t3.medium", count: 2 } }, "eks.instance-type"],
    [
      "a GPU instance whose family begins with g",
      { system: { instanceType: "g5.xlarge", count: 2 } },
      "eks.instance-type",
    ],
    ["no nodes", { system: { instanceType: "t4g.medium", count: 0 } }, "eks.number"],
    ["a retention CloudWatch lacks", { logRetentionDays: 13 }, "eks.retention"],
    ["a public endpoint without a reason", { publicEndpoint: { ...open, why: "" } }, "eks.reason"],
    ["the whole internet", { publicEndpoint: { ...open, cidrs: ["0.0.0.0/0"] } }, "eks.public-cidr"],
    ["a public endpoint for nobody", { publicEndpoint: { ...open, cidrs: [] } }, "eks.public-cidr"],
    [
      "a public block as client of the private API",
      { apiClients: [{ ...client, cidr: "8.8.8.0/24" }] },
      "eks.api-client",
    ],
    ["two clients of one name", { apiClients: [client, client] }, "eks.api-client"],
    ["a client without a reason", { apiClients: [{ ...client, why: "" }] }, "eks.reason"],
  ];
  for (const [title, over, code] of BAD) it(`refuses ${title}`, () => assert.equal(codes(over), code));

  it("reports all problems at once", () => {
    assert.equal(codes({ version: "2", zones: [], logRetentionDays: 2 }), "eks.retention eks.version eks.zones");
  });

  it("names entries by principal, so that their order does not matter", () => {
    const other = "arn:aws:iam::111122223333:user/amy";
    const keys = (arns: string[]) =>
      normaliseCluster(clusterArgs({ adminPrincipalArns: arns })).access.map(({ key }) => key);
    assert.deepEqual(keys([ADMIN, other]), keys([other, ADMIN]).reverse());
  });
});
