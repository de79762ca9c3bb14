import type { WebAclArgs } from "@pulumi/aws/wafv2/index.js";
import { resourceTags } from "../shared/index.ts";
import wafFacts from "./data/waf-rules.json" with { type: "json" };
import type { EdgeRecord, WafArgs } from "./edge-args.ts";

type Rule = Extract<NonNullable<WebAclArgs["rules"]>, readonly unknown[]>[number];

/** Allows what no rule blocks: the rate limit first, since it is the cheapest to evaluate, then the managed groups. */
export function webAclArgs(record: EdgeRecord, waf: Required<WafArgs>, name: string): WebAclArgs {
  return {
    scope: "REGIONAL",
    description: `Protects ${record.domain}`,
    defaultAction: { allow: {} },
    rules: [
      rateLimitRule(waf, name),
      ...waf.managedRuleGroups.map((group, index) => managedRule(group, index + 1, name)),
    ],
    visibilityConfig: visibility(name),
    tags: resourceTags(record.tags, name),
  };
}

function rateLimitRule(waf: Required<WafArgs>, name: string): Rule {
  return {
    name: "rate-limit-by-address",
    priority: 0,
    action: { block: { customResponse: { responseCode: 429 } } },
    statement: {
      rateBasedStatement: {
        aggregateKeyType: "IP",
        limit: waf.requestsPerFiveMinutes,
        evaluationWindowSec: wafFacts.rateLimit.windowSeconds,
      },
    },
    visibilityConfig: visibility(`${name}-rate-limit`),
  };
}

function managedRule(group: string, priority: number, name: string): Rule {
  const countOnly = wafFacts.managedRuleGroups.find((known) => known.name === group)?.countOnly ?? [];
  return {
    name: group,
    priority,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: "AWS",
        name: group,
        ruleActionOverrides: countOnly.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
    visibilityConfig: visibility(`${name}-${group}`),
  };
}

function visibility(metricName: string) {
  return { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName };
}
