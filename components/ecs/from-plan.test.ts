import assert from "node:assert/strict";
import type { Plan, ServicePlan } from "@pyairtable/plan";
import { ecsServiceArgs } from "./ecs-service.ts";
import { fromPlan, type PlanWiring } from "./from-plan.ts";
import { normalise } from "./normalise.ts";
import { OFF_HOURS, TAGS } from "./test-world.ts";

const percent = { p50: 20, p95: 30, p99: 40 };
const service: ServicePlan = {
  name: "record-service",
  domain: "records",
  tier: "critical",
  runtime: "ecs",
  architecture: "arm64",
  image: "pyairtable/record-service:1.4.2",
  cpuUnits: 512,
  memoryMiB: 1024,
  replicas: { min: 2, max: 8 },
  placement: { onDemandBase: 2, onDemandWeight: 0, spotWeight: 1, why: "critical" },
  drain: { lbWaitSeconds: 30, inFlightSeconds: 20, stopTimeoutSeconds: 60, deregistrationDelaySeconds: 40 },
  kubernetes: null,
  internet: null,
  offHours: "always-on",
  slo: { availability: 99.9, latencyP95Ms: 300 },
  scaling: { cpuPercent: 55, memoryPercent: 70, requestsPerMinute: 900 },
  port: 9000,
  healthPath: "/ready",
  startupSeconds: 40,
  exposure: "public",
  route: { paths: ["/v0/records/*"], priority: 120 },
  calls: ["auth-service"],
  data: [],
  secrets: [{ variable: "DB", secretName: "pyairtable/prod/records" }],
  environment: { LOG_LEVEL: "info" },
  logRetentionDays: 30,
  deployment: { strategy: "rolling", minimumHealthyPercent: 100, maximumPercent: 200 },
  usage: { cpuPercent: percent, memoryPercent: percent, requestsPerSecondP95: 15 },
  before: { cpuUnits: 512, memoryMiB: 1024, replicas: 1, architecture: "x86_64" },
  tags: TAGS,
};
const plan = {
  project: "pyairtable",
  environment: "prod",
  region: "us-east-1",
  cluster: { containerInsights: "disabled", exec: null, logRetentionDays: 30 },
} as unknown as Plan;
const wiring: PlanWiring = {
  accountId: "111122223333",
  cluster: {
    name: "pyairtable-prod",
    namespaceName: "pyairtable-prod",
    arn: "arn:cluster" as never,
    namespaceArn: "arn:namespace" as never,
    execPolicyStatements: [{ sid: "Exec", actions: ["ssmmessages:CreateDataChannel"], resources: ["arn:x"] }],
  },
  vpcId: "vpc-1",
  privateSubnetIds: ["subnet-a"],
  listenerArn: "arn:listener",
  loadBalancerArnSuffix: "app/edge/1",
};
const recordOf = (over: Partial<ServicePlan>, ofPlan = plan) =>
  normalise(fromPlan({ ...service, ...over }, ofPlan, wiring));

describe("fromPlan", () => {
  it("carries every decision of the plan into the record", () => {
    const record = recordOf({});
    assert.deepEqual([record.cpuUnits, record.memoryMiB, record.port], [512, 1024, 9000]);
    assert.deepEqual(record.replicas, service.replicas);
    assert.deepEqual(record.placement, service.placement);
    assert.equal(record.architecture, "arm64");
    assert.deepEqual(record.drain, service.drain);
    assert.deepEqual(record.calls, ["auth-service"]);
    assert.equal(record.route?.priority, 120);
    assert.equal(record.scaling.requestsPerMinute, 900);
    assert.equal(record.scaling.cpuPercent, 55);
    assert.equal(record.alarms.latencyP95Ms, 300);
    assert.equal(record.logs.retentionDays, 30);
    assert.deepEqual(record.container.variables, { LOG_LEVEL: "info" });
    assert.deepEqual(record.container.secrets, service.secrets);
    assert.equal(
      record.container.image,
      "111122223333.dkr.ecr.us-east-1.amazonaws.com/pyairtable/record-service:1.4.2",
    );
    assert.deepEqual([record.startupSeconds, record.healthPath], [40, "/ready"]);
    assert.deepEqual([record.exec, record.offHours], [null, null]);
  });

  it("carries what the plan has no default for", () => {
    const deployment = { strategy: "rolling", minimumHealthyPercent: 50, maximumPercent: 150 } as const;
    const record = recordOf({ architecture: "x86_64", deployment });
    assert.equal(record.architecture, "x86_64");
    assert.deepEqual([record.deployment.minimumHealthyPercent, record.deployment.maximumPercent], [50, 150]);
  });

  it("hands on what other components made", () => {
    const statement = { sid: "Read", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::files/*"] };
    const extra = { testListenerArn: "arn:test", alarmTopicArn: "arn:topic", taskStatements: [statement] };
    const args = fromPlan(service, plan, { ...wiring, ...extra });
    assert.deepEqual(args.taskStatements, [statement]);
    assert.deepEqual(args.wiring, {
      clusterArn: "arn:cluster",
      namespaceArn: "arn:namespace",
      vpcId: "vpc-1",
      privateSubnetIds: ["subnet-a"],
      listenerArn: "arn:listener",
      loadBalancerArnSuffix: "app/edge/1",
      testListenerArn: "arn:test",
      alarmTopicArn: "arn:topic",
    });
  });

  it("is watched where monitoring hands in what it takes", () => {
    const sidecar = { name: "ecs-exporter", image: "quay.io/x/exporter:v1", cpuUnits: 10, memoryMiB: 32 };
    const watched = {
      securityGroupIds: ["sg-monitored"],
      sidecars: [sidecar],
      variables: { OTEL_SERVICE_NAME: "record-service" },
      logs: { groupClass: "INFREQUENT_ACCESS" },
    } as const;
    const args = fromPlan(service, plan, { ...wiring, watched });
    const record = normalise(args);
    assert.deepEqual(args.wiring.moreSecurityGroupIds, ["sg-monitored"]);
    assert.equal(record.sidecars[0]?.name, "ecs-exporter");
    assert.deepEqual(record.container.variables, { LOG_LEVEL: "info", OTEL_SERVICE_NAME: "record-service" });
    assert.deepEqual([record.logs.groupClass, record.logs.retentionDays], ["INFREQUENT_ACCESS", 30]);
    const made = ecsServiceArgs(record, args.wiring, {
      taskDefinitionArn: "arn:task",
      securityGroupId: "sg-own",
      targetGroupArns: ["arn:group"],
    });
    assert.deepEqual(made.networkConfiguration, {
      subnets: ["subnet-a"],
      securityGroups: ["sg-own", "sg-monitored"],
      assignPublicIp: false,
    });
  });

  it("sleeps when the plan does, and has exec when the cluster has", () => {
    assert.deepEqual(recordOf({ offHours: OFF_HOURS }).offHours, OFF_HOURS);
    const exec = { auditRetentionDays: 30, why: "operators debug in dev" };
    const withExec = { ...plan, cluster: { ...plan.cluster, exec } };
    assert.deepEqual(recordOf({}, withExec).exec?.statements, wiring.cluster.execPolicyStatements);
  });

  it("drops request tracking where traffic shifts or no balancer sees it", () => {
    const deployment = { ...service.deployment, strategy: "canary" } as const;
    assert.equal(recordOf({ deployment }).scaling.requestsPerMinute, null);
    assert.equal(recordOf({ route: null }).scaling.requestsPerMinute, null);
  });
});
