import assert from "node:assert/strict";
import type { ServiceArgs } from "./args.ts";
import { listenerRuleArgs } from "./listener-rule.ts";
import { logGroupArgs } from "./log-group.ts";
import { normalise } from "./normalise.ts";
import { egressRules, securityGroupArgs } from "./security-group.ts";
import { targetGroupArgs, targetGroupKeys } from "./target-group.ts";
import { internalArgs, publicArgs } from "./test-world.ts";

function routed(over: Partial<ServiceArgs> = {}) {
  const record = normalise(publicArgs(over));
  if (record.route === null) throw new Error("public without a route");
  return { record, route: record.route };
}

describe("target group", () => {
  it("pitfall 5: notices a draining task within 10 s and lets it go before it is killed", () => {
    const { record, route } = routed();
    const group = targetGroupArgs(record, route, "vpc-1");
    const check = group.healthCheck as { interval: number; unhealthyThreshold: number; timeout: number };
    assert.ok(check.interval * check.unhealthyThreshold <= 10);
    assert.ok(check.timeout < check.interval);
    assert.ok(Number(group.deregistrationDelay) < record.drain.stopTimeoutSeconds);
    assert.equal((group.healthCheck as { matcher: string }).matcher, "200");
    assert.deepEqual([group.targetType, group.port, group.slowStart], ["ip", 8080, 0]);
    assert.equal(group.loadBalancingAlgorithmType, "least_outstanding_requests");
  });

  it("comes twice where traffic shifts, never where internal", () => {
    assert.deepEqual(targetGroupKeys(normalise(internalArgs())), []);
    assert.deepEqual(targetGroupKeys(routed().record), ["tg"]);
    assert.deepEqual(targetGroupKeys(routed({ deployment: { strategy: "linear" } }).record), ["tg", "tg-alt"]);
  });
});

describe("listener rule", () => {
  it("forwards paths, and a host where one is given", () => {
    const { record, route } = routed({ route: { paths: ["/v0/*"], priority: 7, host: "api.example.com" } });
    const rule = listenerRuleArgs(record, route, "arn:listener", ["arn:blue"]);
    assert.deepEqual(rule.conditions, [
      { pathPattern: { values: ["/v0/*"] } },
      { hostHeader: { values: ["api.example.com"] } },
    ]);
    assert.deepEqual(rule.actions, [{ type: "forward", targetGroupArn: "arn:blue" }]);
    assert.equal(rule.priority, 7);
  });

  it("starts all traffic at the first of two groups", () => {
    const { record, route } = routed();
    const rule = listenerRuleArgs(record, route, "arn:listener", ["arn:blue", "arn:green"]);
    assert.deepEqual(rule.actions, [
      {
        type: "forward",
        forward: {
          targetGroups: [
            { arn: "arn:blue", weight: 100 },
            { arn: "arn:green", weight: 0 },
          ],
        },
      },
    ]);
  });
});

describe("security group", () => {
  it("holds no rule of its own", () => {
    const group = securityGroupArgs(normalise(internalArgs()), "vpc-1");
    assert.deepEqual([group.ingress, group.egress], [undefined, undefined]);
  });

  it("opens HTTPS out, to anywhere or to the blocks given, and DNS only to servers of one's own", () => {
    const rules = (egress: ServiceArgs["egress"]) =>
      egressRules(normalise(internalArgs({ egress }))).map(
        ({ args }) => `${args.ipProtocol} ${args.fromPort}-${args.toPort} ${args.cidrIpv4}`,
      );
    assert.deepEqual(rules({}), ["tcp 443-443 0.0.0.0/0"]);
    assert.deepEqual(rules({ https: ["10.0.0.0/16"], dnsServers: ["10.9.0.2/32"] }), [
      "tcp 443-443 10.0.0.0/16",
      "udp 53-53 10.9.0.2/32",
      "tcp 53-53 10.9.0.2/32",
    ]);
    assert.deepEqual(rules({ https: [] }), []);
  });
});

describe("log group", () => {
  it("keeps 14 days under the service's path; a key by choice", () => {
    const args = logGroupArgs(normalise(internalArgs()));
    assert.deepEqual([args.name, args.retentionInDays], ["/pyairtable/prod/record-service", 14]);
    assert.equal("kmsKeyId" in args, false);
    const kmsKeyArn = "arn:aws:kms:us-east-1:111122223333:key/1";
    const chosen = logGroupArgs(normalise(internalArgs({ logs: { kmsKeyArn, groupClass: "INFREQUENT_ACCESS" } })));
    assert.deepEqual([chosen.kmsKeyId, chosen.logGroupClass], [kmsKeyArn, "INFREQUENT_ACCESS"]);
  });
});
