import { resource } from "./build.ts";
import { type CapturedGraph, UNKNOWN } from "./captured.ts";
import { fixtureTags } from "./fixture-tags.ts";

interface FixtureService {
  readonly name: string;
  readonly owner: string;
  readonly costCenter: string;
  readonly cpuUnits: number;
  readonly memoryMiB: number;
  readonly tasks: number;
  readonly base: number;
  readonly public?: boolean;
}

/** One service as `pyairtable:ecs:Service` makes it; what AWS assigns is unknown, as in a first preview. */
export function fixtureService(service: FixtureService): CapturedGraph {
  const { name, owner, costCenter } = service;
  const parent = `urn:pulumi:prod::pyairtable::pyairtable:ecs:Service::${name}`;
  const tags = fixtureTags(name, owner, costCenter);
  const make = (suffix: string, type: string, props: Record<string, unknown>, extra = {}) =>
    resource(type, props, { name: `${name}-${suffix}`, parent, ...extra });
  const group = `/ecs/pyairtable/prod/${name}`;
  const task = make("task", "aws:ecs/taskDefinition:TaskDefinition", taskProps(service, group, tags));
  return [
    resource("pyairtable:ecs:Service", {}, { name }),
    make("logs", "aws:cloudwatch/logGroup:LogGroup", { name: group, retentionInDays: 14, tags }),
    make("task-role", "aws:iam/role:Role", { assumeRolePolicy: trust("ecs-tasks.amazonaws.com"), tags }),
    make("execution-role", "aws:iam/role:Role", { assumeRolePolicy: trust("ecs-tasks.amazonaws.com"), tags }),
    make("execution-policy", "aws:iam/rolePolicy:RolePolicy", { role: UNKNOWN, policy: executionPolicy(group) }),
    make("sg", "aws:ec2/securityGroup:SecurityGroup", { vpcId: UNKNOWN, description: name, tags }),
    make("sg-in", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
      securityGroupId: UNKNOWN,
      referencedSecurityGroupId: UNKNOWN,
      ipProtocol: "tcp",
      fromPort: 8080,
      toPort: 8080,
      tags,
    }),
    task,
    make("service", "aws:ecs/service:Service", serviceProps(service, tags), {
      opts: { ignoreChanges: ["desiredCount"] },
      dependencies: [task.urn],
    }),
    make("scaling", "aws:appautoscaling/target:Target", {
      minCapacity: service.tasks,
      maxCapacity: 10,
      resourceId: `service/pyairtable-prod/${name}`,
      scalableDimension: "ecs:service:DesiredCount",
      serviceNamespace: "ecs",
      tags,
    }),
    ...["errors-5xx", "tasks-missing"].map((kind) =>
      make(kind, "aws:cloudwatch/metricAlarm:MetricAlarm", {
        name: `pyairtable-prod-${name}-${kind}`,
        comparisonOperator: "GreaterThanThreshold",
        evaluationPeriods: 3,
        tags,
      }),
    ),
    ...(service.public ? [make("tg", "aws:lb/targetGroup:TargetGroup", targetGroupProps(tags))] : []),
  ];
}

function targetGroupProps(tags: Record<string, string>): Record<string, unknown> {
  return {
    port: 8080,
    protocol: "HTTP",
    targetType: "ip",
    vpcId: UNKNOWN,
    deregistrationDelay: 45,
    healthCheck: { path: "/health/ready" },
    tags,
  };
}

function taskProps(
  { name, cpuUnits, memoryMiB }: FixtureService,
  group: string,
  tags: Record<string, string>,
): Record<string, unknown> {
  const container = {
    name,
    image: `111122223333.dkr.ecr.us-east-1.amazonaws.com/pyairtable/${name}:1.8.2`,
    essential: true,
    privileged: false,
    linuxParameters: { initProcessEnabled: true, capabilities: { drop: ["ALL"] } },
    stopTimeout: 90,
    user: "10001:10001",
    readonlyRootFilesystem: true,
    environment: [
      { name: "DRAIN_IN_FLIGHT_SECONDS", value: "30" },
      { name: "DRAIN_LB_WAIT_SECONDS", value: "30" },
      { name: "PORT", value: "8080" },
    ],
    secrets: [
      {
        name: "DATABASE_URL",
        valueFrom: `arn:aws:secretsmanager:us-east-1:111122223333:secret:pyairtable/prod/${name}`,
      },
    ],
    healthCheck: { command: ["CMD", "/health"], interval: 10, timeout: 3, retries: 3, startPeriod: 20 },
    logConfiguration: {
      logDriver: "awslogs",
      options: { "awslogs-group": group, "awslogs-region": "us-east-1", mode: "non-blocking" },
    },
  };
  return {
    family: `pyairtable-prod-${name}`,
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: String(cpuUnits),
    memory: String(memoryMiB),
    runtimePlatform: { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" },
    executionRoleArn: `arn:aws:iam::111122223333:role/${name}-execution`,
    taskRoleArn: `arn:aws:iam::111122223333:role/${name}-task`,
    containerDefinitions: JSON.stringify([container]),
    tags,
  };
}

function serviceProps(
  { name, tasks, base, public: open }: FixtureService,
  tags: Record<string, string>,
): Record<string, unknown> {
  return {
    name,
    cluster: UNKNOWN,
    taskDefinition: UNKNOWN,
    desiredCount: tasks,
    availabilityZoneRebalancing: "ENABLED",
    capacityProviderStrategies: [
      { capacityProvider: "FARGATE", base, weight: 0 },
      { capacityProvider: "FARGATE_SPOT", weight: 1 },
    ],
    deploymentCircuitBreaker: { enable: true, rollback: true },
    alarms: { enable: true, rollback: true, alarmNames: [UNKNOWN] },
    deploymentMinimumHealthyPercent: 100,
    deploymentMaximumPercent: 200,
    enableExecuteCommand: false,
    networkConfiguration: { assignPublicIp: false, subnets: [UNKNOWN], securityGroups: [UNKNOWN] },
    ...(open
      ? {
          loadBalancers: [{ containerName: name, containerPort: 8080, targetGroupArn: UNKNOWN }],
          healthCheckGracePeriodSeconds: 30,
        }
      : {}),
    propagateTags: "SERVICE",
    enableEcsManagedTags: true,
    waitForSteadyState: false,
    tags,
  };
}

/** Trust of one AWS service, for this account's resources only. */
export function trust(service: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "AssumeRole",
        Effect: "Allow",
        Principal: { Service: service },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
      },
    ],
  });
}

function executionPolicy(group: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Sid: "Login", Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" },
      {
        Sid: "Logs",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: `arn:aws:logs:us-east-1:111122223333:log-group:${group}:*`,
      },
    ],
  });
}
