import assert from "node:assert/strict";
import fc from "fast-check";
import type { ServiceArgs } from "./args.ts";
import { deploymentConfiguration, deploymentTriggers } from "./deployment.ts";
import { capacityProviderStrategies, ecsServiceArgs } from "./ecs-service.ts";
import { normalise } from "./normalise.ts";
import { TEST_TRAFFIC_HEADER } from "./service-connect.ts";
import { internalArgs, publicArgs } from "./test-world.ts";

const parts = {
  taskDefinitionArn: "arn:task",
  securityGroupId: "sg-1",
  targetGroupArns: ["arn:blue", "arn:green"],
  productionRuleArn: "arn:rule",
  testRuleArn: "arn:test-rule",
  infrastructureRoleArn: "arn:role",
};
// biome-ignore lint/suspicious/noExplicitAny: nested inputs are read by path here
const service = (args: ServiceArgs): any => ecsServiceArgs(normalise(args), args.wiring, parts);

describe("ECS service", () => {
  it("pitfall 1: never names a launch type", () => {
    assert.equal("launchType" in service(internalArgs()), false);
  });

  it("pitfall 3: always has a strategy, forces a deployment and triggers on a change of it", () => {
    const args = service(internalArgs());
    assert.deepEqual(args.capacityProviderStrategies, [
      { capacityProvider: "FARGATE", base: 1, weight: 1 },
      { capacityProvider: "FARGATE_SPOT", base: 0, weight: 3 },
    ]);
    assert.equal(args.forceNewDeployment, true);
    const other = internalArgs({ placement: { onDemandBase: 2, onDemandWeight: 1, spotWeight: 3 } });
    assert.notDeepEqual(args.triggers, service(other).triggers);
  });

  it("pitfall 3: every placement that passes the checks leaves one to two providers with a weight", () => {
    const weight = fc.integer({ min: 0, max: 1000 });
    const placements = fc
      .record({ onDemandBase: fc.integer({ min: 0, max: 10 }), onDemandWeight: weight, spotWeight: weight })
      .filter((placement) => placement.onDemandWeight + placement.spotWeight > 0);
    fc.assert(
      fc.property(placements, (placement) => {
        const strategies = capacityProviderStrategies({ placement });
        assert.ok(strategies.length >= 1 && strategies.length <= 2);
        assert.ok(strategies.some((strategy) => strategy.weight > 0));
        assert.equal(
          strategies.reduce((sum, strategy) => sum + strategy.base, 0),
          placement.onDemandBase,
        );
      }),
    );
  });

  it("redeploys a caller when its callees change: its proxy learns names only at start", () => {
    const triggers = (calls: string[]) => deploymentTriggers(normalise(internalArgs({ calls }))).calls;
    assert.notEqual(triggers(["auth"]), triggers(["auth", "billing"]));
    assert.equal(triggers(["b", "a"]), triggers(["a", "b"]));
  });

  it("pitfall 29: breaks and rolls back a bad deployment, but forgives a slow start", () => {
    const args = service(publicArgs({ startupSeconds: 120 }));
    assert.deepEqual(args.deploymentCircuitBreaker, { enable: true, rollback: true });
    assert.ok(args.healthCheckGracePeriodSeconds >= 120);
    assert.equal(service(internalArgs()).healthCheckGracePeriodSeconds, undefined);
    assert.deepEqual(args.alarms, {
      enable: true,
      rollback: true,
      alarmNames: ["pyairtable-prod-record-service-errors-5xx", "pyairtable-prod-record-service-latency-p95"],
    });
  });

  it("pitfall 31: carries its tags to tasks and to EBS volumes", () => {
    const ebs = { name: "data", mountPath: "/data", sizeGiB: 10 };
    const args = service(internalArgs({ volumes: { ebs } }));
    assert.equal(args.propagateTags, "SERVICE");
    assert.equal(args.enableEcsManagedTags, true);
    const [specification] = args.volumeConfiguration.managedEbsVolume.tagSpecifications;
    assert.equal(specification.tags.CostCenter, "cc-100");
    assert.equal(args.volumeConfiguration.managedEbsVolume.encrypted, true);
  });

  it("runs the platform version whose Spot has ARM64, at the least replicas", () => {
    const args = service(internalArgs());
    assert.deepEqual([args.name, args.platformVersion, args.desiredCount], ["record-service", "1.4.0", 2]);
  });

  it("takes exec, waiting and forced deletion by choice only", () => {
    const plain = service(internalArgs());
    const chosen = service(
      internalArgs({
        exec: { why: "one incident needs a shell", statements: [] },
        deployment: { waitForSteadyState: true, forceDelete: true },
      }),
    );
    for (const key of ["enableExecuteCommand", "waitForSteadyState", "sigintRollback", "forceDelete"])
      assert.deepEqual([plain[key], chosen[key]], [false, true], key);
  });

  it("has no public address, and rebalances zones", () => {
    const args = service(internalArgs());
    assert.deepEqual(args.networkConfiguration, {
      subnets: ["subnet-a", "subnet-b"],
      securityGroups: ["sg-1"],
      assignPublicIp: false,
    });
    assert.equal(args.availabilityZoneRebalancing, "ENABLED");
    assert.ok(args.deploymentMaximumPercent > 100);
  });

  it("joins Service Connect under service.namespace, kept apart by environment in the metrics", () => {
    const { serviceConnectConfiguration: mesh } = service(internalArgs());
    assert.deepEqual(mesh.services, [
      {
        portName: "http",
        discoveryName: "prod-record-service",
        clientAlias: [{ dnsName: "record-service.pyairtable-prod", port: 8080 }],
        timeout: { idleTimeoutSeconds: 300, perRequestTimeoutSeconds: 15 },
      },
    ]);
    assert.equal(mesh.logConfiguration, undefined);
    assert.equal(service(internalArgs({ serviceConnect: null })).serviceConnectConfiguration, undefined);
    const logged = service(internalArgs({ serviceConnect: { proxyLog: true, accessLog: "JSON" } }));
    assert.equal(logged.serviceConnectConfiguration.accessLogConfiguration.format, "JSON");
    assert.equal(logged.serviceConnectConfiguration.logConfiguration.logDriver, "awslogs");
  });

  it("lets test traffic reach the new set by header where traffic shifts", () => {
    const { serviceConnectConfiguration: mesh } = service(internalArgs({ deployment: { strategy: "canary" } }));
    const [{ header }] = mesh.services[0].clientAlias[0].testTrafficRules;
    assert.deepEqual(header, { name: TEST_TRAFFIC_HEADER.name, value: { exact: TEST_TRAFFIC_HEADER.value } });
  });

  it("shifts traffic between two target groups by two rules", () => {
    const [rolling] = service(publicArgs()).loadBalancers;
    assert.deepEqual(rolling, { containerName: "record-service", containerPort: 8080, targetGroupArn: "arn:blue" });
    const [shifting] = service(publicArgs({ deployment: { strategy: "blue-green" } })).loadBalancers;
    assert.deepEqual(shifting.advancedConfiguration, {
      alternateTargetGroupArn: "arn:green",
      productionListenerRule: "arn:rule",
      testListenerRule: "arn:test-rule",
      roleArn: "arn:role",
    });
  });

  it("registers with VPC Lattice where wired", () => {
    const base = internalArgs();
    const lattice = { targetGroupArn: "arn:lattice", roleArn: "arn:role" };
    const args = service(internalArgs({ wiring: { ...base.wiring, lattice } }));
    assert.deepEqual(args.vpcLatticeConfigurations, [{ portName: "http", ...lattice }]);
  });
});

describe("deployment strategies", () => {
  const configuration = (deployment: ServiceArgs["deployment"]) =>
    deploymentConfiguration(normalise(publicArgs({ deployment })).deployment);

  it("roll by default", () => assert.deepEqual(configuration({}), { strategy: "ROLLING" }));

  it("go blue-green, canary or linear by choice, minutes as text", () => {
    assert.deepEqual(configuration({ strategy: "blue-green", bakeMinutes: 10 }), {
      strategy: "BLUE_GREEN",
      bakeTimeInMinutes: "10",
      lifecycleHooks: [],
    });
    assert.deepEqual(configuration({ strategy: "canary", stepPercent: 5 }), {
      strategy: "CANARY",
      bakeTimeInMinutes: "5",
      lifecycleHooks: [],
      canaryConfiguration: { canaryPercent: 5, canaryBakeTimeInMinutes: "5" },
    });
    assert.deepEqual(configuration({ strategy: "linear", stepPercent: 25, stepMinutes: 2 }), {
      strategy: "LINEAR",
      bakeTimeInMinutes: "5",
      lifecycleHooks: [],
      linearConfiguration: { stepPercent: 25, stepBakeTimeInMinutes: "2" },
    });
  });

  it("stop at hooks: a function that answers, a pause for a person", () => {
    const { lifecycleHooks } = configuration({
      strategy: "canary",
      hooks: [
        { kind: "lambda", stages: ["POST_TEST_TRAFFIC_SHIFT"], functionArn: "arn:fn", roleArn: "arn:role" },
        { kind: "pause", stages: ["POST_SCALE_UP"], timeoutMinutes: 60, onTimeout: "ROLLBACK" },
      ],
    }) as { lifecycleHooks: { targetType: string }[] };
    assert.deepEqual(
      lifecycleHooks.map((hook) => hook.targetType),
      ["AWS_LAMBDA", "PAUSE"],
    );
  });
});
