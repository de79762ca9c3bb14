import assert from "node:assert/strict";
import { recordProgram, resourceOf, resourcesOf } from "../shared/test-mocks.ts";
import { Edge } from "./edge.ts";
import { normaliseEdge } from "./edge-args.ts";
import { webAclArgs } from "./edge-waf.ts";
import { edgeArgs, networkWorld } from "./test-world.ts";

function rules(waf: NonNullable<Parameters<typeof edgeArgs>[0]>["waf"]) {
  const record = normaliseEdge("edge", edgeArgs({ waf }));
  return webAclArgs(record, record.waf!, "edge-waf").rules as unknown as {
    name: string;
    priority: number;
    action?: { block: object };
    overrideAction?: object;
    statement: {
      rateBasedStatement?: { limit: number };
      managedRuleGroupStatement?: { ruleActionOverrides: object[] };
    };
  }[];
}

describe("web application firewall", () => {
  it("limits each address first, then asks the managed groups, each at its own priority", () => {
    const [limit, ...groups] = rules(true);
    assert.equal(limit?.statement.rateBasedStatement?.limit, 2000);
    assert.deepEqual(
      groups.map(({ name }) => name),
      ["AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"],
    );
    assert.deepEqual(
      rules(true).map(({ priority }) => priority),
      [0, 1, 2, 3],
    );
  });

  it("lets managed groups block, and counts only the body size, since files are uploaded", () => {
    for (const { overrideAction } of rules(true).slice(1)) assert.deepEqual(overrideAction, { none: {} });
    const overrides = rules(true).flatMap(
      (rule) => rule.statement.managedRuleGroupStatement?.ruleActionOverrides ?? [],
    );
    assert.deepEqual(overrides, [{ name: "SizeRestrictions_BODY", actionToUse: { count: {} } }]);
  });

  it("takes groups and limit by choice", () => {
    const [limit, group, ...others] = rules({
      managedRuleGroups: ["AWSManagedRulesSQLiRuleSet"],
      requestsPerFiveMinutes: 100,
    });
    assert.equal(limit?.statement.rateBasedStatement?.limit, 100);
    assert.equal(group?.name, "AWSManagedRulesSQLiRuleSet");
    assert.deepEqual(others, []);
  });

  it("is made and put in front of the load balancer only when asked for", async () => {
    const off = await recordProgram(networkWorld, true, () => new Edge("edge", edgeArgs()));
    assert.deepEqual(resourcesOf(off, "aws:wafv2/webAcl:WebAcl"), []);
    const on = await recordProgram(networkWorld, false, () => new Edge("edge", edgeArgs({ waf: true })));
    const association = resourceOf(on, "aws:wafv2/webAclAssociation:WebAclAssociation").inputs;
    assert.match(String(association.resourceArn), /edge-alb$/);
    assert.match(String(association.webAclArn), /edge-waf$/);
  });
});
