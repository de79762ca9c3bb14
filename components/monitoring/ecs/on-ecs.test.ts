import assert from "node:assert/strict";
import { output } from "@pulumi/pulumi";
import type { MonitoringPlanArgs } from "@pyairtable/monitoring/plan";
import type { RecordedResource } from "../../shared/test-mocks.ts";
import { recordProgram, resourceOf, resourcesOf, UNKNOWN } from "../../shared/test-mocks.ts";
import { Monitoring } from "../monitoring.ts";
import { AWS, DASHBOARDS, monitoringOf, PLAN, WORLD, wiring } from "../test-world.ts";
import { type OnEcsArgs, onEcs } from "./on-ecs.ts";

type Container = Readonly<Record<string, unknown>> & {
  readonly name: string;
  readonly environment: readonly { readonly name: string; readonly value: string }[];
  readonly secrets: readonly { readonly name: string; readonly valueFrom: string }[];
};

const record = (args: MonitoringPlanArgs = {}, over: Partial<OnEcsArgs> = {}, preview = false, plan = PLAN) =>
  recordProgram(
    WORLD,
    preview,
    () =>
      new Monitoring("watch", {
        plan,
        monitoring: monitoringOf(args, plan),
        dashboards: DASHBOARDS,
        worlds: [onEcs({ ...wiring(output("sg-monitoring")), ...over })],
      }),
  );
const taskOf = (resources: readonly RecordedResource[], name: string) =>
  resources.find((one) => one.type === AWS.task && one.name === `watch-${name}`)!.inputs;
const containers = (task: Record<string, unknown>): Container[] => JSON.parse(String(task.containerDefinitions));
const containerOf = (task: Record<string, unknown>, name: string) =>
  containers(task).find((container) => container.name === name)!;
const statements = ({ inputs }: RecordedResource) => JSON.parse(String(inputs.policy)).Statement;

describe("Monitoring on ECS", () => {
  it("runs metrics on demand and views on Spot, and never two of one", async () => {
    const recording = await record();
    const [metrics, views] = resourcesOf(recording, AWS.service).map(({ inputs }) => inputs);
    assert.deepEqual(metrics?.capacityProviderStrategies, [{ capacityProvider: "FARGATE", base: 0, weight: 1 }]);
    assert.deepEqual(views?.capacityProviderStrategies, [{ capacityProvider: "FARGATE_SPOT", base: 0, weight: 1 }]);
    for (const service of [metrics!, views!]) {
      assert.deepEqual([service.deploymentMinimumHealthyPercent, service.deploymentMaximumPercent], [0, 100]);
      assert.equal((service.networkConfiguration as { assignPublicIp: boolean }).assignPublicIp, false);
      assert.deepEqual(service.deploymentCircuitBreaker, { enable: true, rollback: true });
    }
  });

  it("hardens every container, sizes it, checks its health and keeps its log", async () => {
    const { resources } = await record();
    for (const name of ["metrics", "views"]) {
      const task = taskOf(resources, name);
      let sum = 0;
      for (const container of containers(task)) {
        assert.equal(container.readonlyRootFilesystem, true, container.name);
        assert.doesNotMatch(String(container.user), /^0/, container.name);
        assert.deepEqual(container.linuxParameters, { initProcessEnabled: true, capabilities: { drop: ["ALL"] } });
        assert.doesNotMatch(String(container.image), /:latest$/);
        assert.ok((container.healthCheck as { command: unknown[] }).command.length > 1, container.name);
        sum += Number(container.memory);
      }
      assert.ok(sum <= Number(task.memory), `${name}: ${sum} of ${task.memory}`);
    }
    assert.equal(resourceOf({ resources }, AWS.logGroup).inputs.retentionInDays, PLAN.cluster.logRetentionDays);
  });

  it("pitfall 18: keeps by time and by size, and the size leaves room on the volume", async () => {
    const monitoring = monitoringOf();
    const { resources } = await record();
    const [command] = containerOf(taskOf(resources, "metrics"), "prometheus").command as string[];
    assert.match(command!, new RegExp(`--storage.tsdb.retention.time=${monitoring.retentionDays}d `));
    assert.match(command!, new RegExp(`--storage.tsdb.retention.size=${monitoring.retentionSizeMiB}MB`));
    assert.ok(monitoring.retentionSizeMiB <= monitoring.volumeGiB * 1024 * 0.85);
  });

  it("keeps samples on an encrypted file system that takes TLS and roles alone, in every zone", async () => {
    const recording = await record();
    assert.equal(resourceOf(recording, AWS.fileSystem).inputs.encrypted, true);
    assert.equal(resourcesOf(recording, AWS.mountTarget).length, PLAN.zones.length);
    assert.deepEqual(
      resourcesOf(recording, AWS.mountTarget).map(({ inputs }) => inputs.subnetId),
      ["subnet-a", "subnet-b", "subnet-c"],
    );
    const [deny] = statements(resourceOf(recording, AWS.fileSystemPolicy));
    assert.equal(deny.Effect, "Deny");
    const owners = resourcesOf(recording, AWS.accessPoint).map(({ inputs }) => inputs.posixUser);
    assert.deepEqual(owners, [
      { uid: 65534, gid: 65534 },
      { uid: 472, gid: 0 },
    ]);
    const volumes = taskOf(recording.resources, "metrics").volumes as { efsVolumeConfiguration: unknown }[];
    assert.deepEqual(volumes[0]?.efsVolumeConfiguration, {
      fileSystemId: "watch-disk-id",
      transitEncryption: "ENABLED",
      authorizationConfig: { accessPointId: "watch-disk-samples-id", iam: "ENABLED" },
    });
    assert.equal(resourcesOf(recording, AWS.backup).length, 1);
  });

  it("gives secrets by reference, to the containers that read them", async () => {
    const recording = await record();
    const task = taskOf(recording.resources, "metrics");
    const alertmanager = containerOf(task, "alertmanager");
    assert.ok(alertmanager.secrets.length > 0);
    for (const { valueFrom } of alertmanager.secrets)
      assert.match(valueFrom, /^arn:aws:secretsmanager:us-east-1:111122223333:secret:shop\/prod\//);
    assert.deepEqual(containerOf(task, "prometheus").secrets, []);
    const grafana = containerOf(taskOf(recording.resources, "views"), "grafana");
    assert.deepEqual(
      grafana.secrets.map(({ name }) => name),
      ["GF_SECURITY_ADMIN_PASSWORD"],
    );
    const start = resourcesOf(recording, AWS.rolePolicy).find(({ name }) => name === "watch-execution-policy")!;
    const [, read] = statements(start);
    assert.ok(
      read.Resource.length === alertmanager.secrets.length + 1 &&
        read.Resource.every((arn: string) => arn.endsWith("-??????")),
    );
  });

  it("finds tasks of its own cluster alone", async () => {
    const recording = await record();
    const metrics = resourcesOf(recording, AWS.rolePolicy).find(({ name }) => name === "watch-metrics-policy")!;
    const [list, describe] = statements(metrics);
    const cluster = "arn:aws:ecs:us-east-1:111122223333:cluster/shop-prod";
    assert.deepEqual(list.Condition, { ArnEquals: { "ecs:cluster": cluster } });
    assert.ok(describe.Resource.every((arn: string) => arn.includes("/shop-prod/")));
  });

  it("counts what Spot takes, under names that alerts look for", async () => {
    const rules = resourcesOf(await record(), AWS.eventRule).map(({ inputs }) => inputs);
    assert.deepEqual(
      rules.map(({ name }) => name),
      ["shop-prod-spot-interruption", "shop-prod-placement-failure"],
    );
    assert.deepEqual(JSON.parse(String(rules[0]?.eventPattern)).detail.stopCode, [
      "SpotInterruption",
      "TerminationNotice",
    ]);
  });

  it("has an alarm of AWS for when its own voice is gone", async () => {
    const { inputs } = resourceOf(await record(), AWS.alarm);
    assert.deepEqual([inputs.statistic, inputs.treatMissingData, inputs.threshold], ["SampleCount", "breaching", 1]);
    assert.deepEqual(inputs.alarmActions, ["arn:aws:sns:us-east-1:111122223333:shop-prod-alarms"]);
  });

  it("says where its doors are, plain", async () => {
    const { result } = await record();
    assert.deepEqual(result.doors.ecs, {
      grafana: "http://views.monitoring.shop-prod.internal:3000",
      prometheus: "http://metrics.monitoring.shop-prod.internal:9090",
      alertmanager: "http://metrics.monitoring.shop-prod.internal:9093",
      jaeger: "http://views.monitoring.shop-prod.internal:16686",
      collector: "http://metrics.monitoring.shop-prod.internal:4318",
    });
  });

  it("is known in preview, but for ids", async () => {
    const { resources } = await record({}, {}, true);
    for (const name of ["metrics", "views"]) assert.notEqual(taskOf(resources, name).containerDefinitions, UNKNOWN);
  });

  it("leaves Jaeger and spans out without tracing, and Grafana where it is off", async () => {
    const without = await record({ tracing: null });
    assert.deepEqual(
      containers(taskOf(without.resources, "views")).map(({ name }) => name),
      ["grafana"],
    );
    assert.equal(without.result.doors.ecs?.collector, undefined);
    const bare = await record({ tracing: null, grafana: false, probes: false });
    assert.equal(resourcesOf(bare, AWS.task).length, 1);
    assert.deepEqual(
      containers(taskOf(bare.resources, "metrics")).map(({ name }) => name),
      ["prometheus", "alertmanager", "collector", "cloudwatch-exporter"],
    );
  });

  it("makes nothing where it is off", async () => {
    const recording = await record({ prometheus: "off" });
    assert.equal(recording.resources.filter(({ custom }) => custom).length, 0);
  });

  it("hands tasks and services to their transforms", async () => {
    const names: string[] = [];
    await record({}, { transform: { task: (_, __, name) => void names.push(name) } });
    assert.deepEqual(names, ["watch-metrics", "watch-views"]);
  });
});

describe("Monitoring with the managed Prometheus", () => {
  it("has a workspace with our rules, and a collector that writes there", async () => {
    const recording = await record({ prometheus: "managed" });
    const groups = JSON.parse(String(resourceOf(recording, AWS.rules).inputs.data)).groups;
    assert.ok(groups.length > 10);
    const expected: readonly string[] = JSON.stringify(groups).match(/"job":"[a-z-]+"/g) ?? [];
    assert.ok(!expected.includes('"job":"prometheus"') && expected.includes('"job":"services"'));
    const collector = containerOf(taskOf(recording.resources, "metrics"), "collector");
    assert.deepEqual(collector.secrets, [
      {
        name: "REMOTE_WRITE_URL",
        valueFrom: "arn:aws:ssm:us-east-1:111122223333:parameter/shop/prod/monitoring/prometheus-write-url",
      },
    ]);
    const config = collector.environment.find(({ name }) => name === "AOT_CONFIG_CONTENT")!.value;
    assert.match(config, /"prometheus_remote_write":\{"endpoint":"\$\{env:REMOTE_WRITE_URL\}"/);
    assert.match(config, /"replacement":"\$\$1/);
    assert.equal(resourceOf(recording, AWS.retention).inputs.retentionPeriodInDays, 31);
  });
  it("is told by its own Alertmanager through the topic alone", async () => {
    const recording = await record({ prometheus: "managed" });
    const definition = JSON.parse(String(resourceOf(recording, AWS.alerting).inputs.definition));
    const { receivers, route } = JSON.parse(definition.alertmanager_config);
    for (const { name, ...channels } of receivers)
      assert.ok(["sns_configs", undefined].includes(Object.keys(channels)[0]), name);
    assert.ok(route.routes.length > 1);
  });
  it("has no disk for samples", async () => {
    const recording = await record({ prometheus: "managed" });
    assert.deepEqual(
      resourcesOf(recording, AWS.accessPoint).map(({ name }) => name),
      ["watch-disk-grafana"],
    );
    assert.equal(resourcesOf(await record({ prometheus: "managed", grafana: false }), AWS.fileSystem).length, 0);
  });
  it("is known in preview", async () => {
    const { resources } = await record({ prometheus: "managed" }, {}, true);
    assert.notEqual(taskOf(resources, "metrics").containerDefinitions, UNKNOWN);
  });
});
