import assert from "node:assert/strict";
import { ClusterCapacityProviders } from "@pulumi/aws/ecs/clusterCapacityProviders.js";
import type { Resource } from "@pulumi/pulumi";
import { UserError } from "@pyairtable/diagnostics";
import { recordProgram, resourceOf, resourcesOf, settled, UNKNOWN } from "../shared/test-mocks.ts";
import { Cluster } from "./cluster.ts";
import type { ClusterArgs } from "./cluster-args.ts";
import { AWS, clusterArgs, WORLD } from "./test-world.ts";
import type { ClusterTransform } from "./transform.ts";

const record = (over: Partial<ClusterArgs> = {}, preview = false) =>
  recordProgram(WORLD, preview, () => new Cluster("cluster", clusterArgs(over)));
const exec = { auditRetentionDays: 365, why: "operators debug in dev" };

describe("Cluster", () => {
  it("is a namespace, a cluster and its capacity providers; 70% Spot where nobody says otherwise", async () => {
    const recording = await record();
    assert.equal(recording.resources.filter(({ custom }) => custom).length, 3);
    const { inputs } = resourceOf(recording, AWS.capacityProviders);
    assert.deepEqual(inputs.capacityProviders, ["FARGATE", "FARGATE_SPOT"]);
    assert.deepEqual(inputs.defaultCapacityProviderStrategies, [
      { capacityProvider: "FARGATE", weight: 30 },
      { capacityProvider: "FARGATE_SPOT", weight: 70 },
    ]);
    const cluster = resourceOf(recording, AWS.cluster).inputs;
    assert.deepEqual(cluster.settings, [{ name: "containerInsights", value: "disabled" }]);
    assert.equal(cluster.configuration, undefined);
    assert.match(String((cluster.serviceConnectDefaults as { namespace: string }).namespace), /^arn:/);
    assert.equal((cluster.tags as { Service: string }).Service, "platform");
  });

  it("lets no service be made before its capacity providers are attached", async () => {
    const { result } = await record();
    const behind = await (result.arn as unknown as { allResources(): Promise<Set<Resource>> }).allResources();
    assert.ok([...behind].some((resource) => resource instanceof ClusterCapacityProviders));
  });

  it("takes Container Insights by choice", async () => {
    const recording = await record({ containerInsights: "enhanced" });
    const { settings } = resourceOf(recording, AWS.cluster).inputs as { settings: { value: string }[] };
    assert.equal(settings[0]?.value, "enhanced");
  });

  it("audits exec into an encrypted log", async () => {
    const recording = await record({ exec });
    assert.equal(recording.resources.filter(({ custom }) => custom).length, 6);
    const { configuration } = resourceOf(recording, AWS.cluster).inputs as {
      configuration: { executeCommandConfiguration: Record<string, unknown> };
    };
    assert.equal(configuration.executeCommandConfiguration.logging, "OVERRIDE");
    assert.deepEqual(configuration.executeCommandConfiguration.logConfiguration, {
      cloudWatchEncryptionEnabled: true,
      cloudWatchLogGroupName: "/pyairtable/prod/exec-audit",
    });
    const log = resourceOf(recording, AWS.logGroup).inputs;
    assert.equal(log.retentionInDays, 365);
    assert.match(String(log.kmsKeyId), /^arn:/);
    const key = resourceOf(recording, AWS.key).inputs;
    assert.equal(key.enableKeyRotation, true);
    const [, logs] = JSON.parse(String(key.policy)).Statement;
    assert.deepEqual(logs.Principal, { Service: "logs.us-east-1.amazonaws.com" });
    assert.deepEqual(logs.Condition.ArnEquals, {
      "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:111122223333:log-group:/pyairtable/prod/exec-audit",
    });
  });

  it("keeps names, the key's policy and exec's statements known in preview", async () => {
    const { result, resources } = await record({ exec }, true);
    assert.deepEqual([result.name, result.namespaceName], ["pyairtable-prod", "pyairtable-prod"]);
    assert.equal(await settled(result.arn), UNKNOWN);
    assert.equal(typeof resourceOf({ resources }, AWS.key).inputs.policy, "string");
    const byId = new Map(result.execPolicyStatements.map((statement) => [statement.sid, statement]));
    assert.deepEqual(byId.get("ExecAudit")?.resources, [
      "arn:aws:logs:us-east-1:111122223333:log-group:/pyairtable/prod/exec-audit:*",
    ]);
    assert.deepEqual(byId.get("ExecKey")?.conditions, {
      "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/pyairtable-prod-exec"] },
    });
    assert.equal(resourceOf({ resources }, AWS.alias).inputs.name, "alias/pyairtable-prod-exec");
  });

  it("gives a service no exec where the cluster has none", async () => {
    assert.deepEqual((await record()).result.execPolicyStatements, []);
  });

  it("lets each child be changed before it is made", async () => {
    const touched: string[] = [];
    const touch = (_: unknown, __: unknown, name: string) => {
      touched.push(name);
    };
    const transform: ClusterTransform = {
      cluster: touch,
      capacityProviders: touch,
      namespace: touch,
      execKey: touch,
      execKeyAlias: touch,
      execLogGroup: touch,
    };
    const { resources } = await record({ exec, transform });
    const made = resources.filter(({ custom }) => custom).map(({ name }) => name);
    assert.deepEqual(touched.sort(), made.sort());
  });

  it("encrypts tasks' disks with a key of one's own by choice", async () => {
    const key = "arn:aws:kms:us-east-1:111122223333:key/1";
    const recording = await record({ ephemeralStorageKmsKeyArn: key });
    const [cluster] = resourcesOf(recording, AWS.cluster);
    assert.deepEqual(cluster?.inputs.configuration, {
      managedStorageConfiguration: { fargateEphemeralStorageKmsKeyId: key },
    });
  });

  const BAD: readonly (readonly [Partial<ClusterArgs>, string])[] = [
    [{ project: "P" }, "ecs.name"],
    [{ environment: "" }, "ecs.name"],
    [{ region: "us" }, "ecs.region"],
    [{ accountId: "1" }, "ecs.account"],
    [{ tags: { ...clusterArgs().tags, Owner: "" } }, "ecs.tag"],
    [{ containerInsights: "on" as never }, "ecs.insights"],
    [{ spotPercent: 101 }, "ecs.number"],
    [{ exec: { ...exec, why: "" } }, "ecs.reason"],
    [{ exec: { ...exec, auditRetentionDays: 2 } }, "ecs.retention"],
  ];
  for (const [over, code] of BAD)
    it(`refuses ${JSON.stringify(over).slice(0, 60)}`, () => {
      assert.throws(
        () => new Cluster("cluster", clusterArgs(over)),
        (error) => error instanceof UserError && error.diagnostics.map((one) => one.code).join() === code,
      );
    });
});
