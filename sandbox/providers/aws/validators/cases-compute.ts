import type { Properties } from "../../values.ts";
import type { Case } from "./cases.ts";

const app = {
  name: "app",
  image: "registry.example/app:1",
  cpu: 256,
  memory: 512,
  stopTimeout: 90,
  readonlyRootFilesystem: true,
  portMappings: [{ name: "http", containerPort: 8080, hostPort: 8080, appProtocol: "http" }],
  secrets: [{ name: "DB", valueFrom: "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-aBcDeF" }],
  healthCheck: { command: ["CMD-SHELL", "true"], interval: 15, timeout: 5, retries: 3, startPeriod: 30 },
  logConfiguration: {
    logDriver: "awslogs",
    options: { "awslogs-group": "/app", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "app" },
  },
};
const containers = (...changes: object[]): Properties => ({
  containerDefinitions: JSON.stringify(changes.map((change) => ({ ...app, ...change }))),
});
const AT = "containerDefinitions[0]";
const one = { capacityProvider: "FARGATE", weight: 1, base: 1 };
const spot = { capacityProvider: "FARGATE_SPOT", weight: 3 };

export const COMPUTE_CASES: readonly Case[] = [
  {
    type: "aws:ecs/taskDefinition:TaskDefinition",
    good: {
      family: "app",
      cpu: "512",
      memory: "1024",
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      executionRoleArn: "arn:aws:iam::123456789012:role/execution",
      runtimePlatform: { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" },
      ...containers({}),
    },
    bad: [
      ["a pair that Fargate lacks", { memory: "8192" }, "memory"],
      ["a CPU size that Fargate lacks", { cpu: "300" }, "cpu"],
      ["bridge networking on Fargate", { networkMode: "bridge" }, "networkMode"],
      ["an unknown architecture", { runtimePlatform: { cpuArchitecture: "RISCV" } }, "runtimePlatform.cpuArchitecture"],
      ["a family with a slash", { family: "a/b" }, "family"],
      ["too little ephemeral storage", { ephemeralStorage: { sizeInGib: 20 } }, "ephemeralStorage.sizeInGib"],
      ["broken JSON", { containerDefinitions: "[{" }, "containerDefinitions"],
      ["no container", { containerDefinitions: "[]" }, "containerDefinitions"],
      [
        "two containers of one name",
        containers({ cpu: 128, memory: 128 }, { cpu: 128, memory: 128, portMappings: [] }),
        "containerDefinitions[1].name",
      ],
      ["no essential container", containers({ essential: false }), "containerDefinitions"],
      ["a container without image", containers({ image: "" }), `${AT}.image`],
      [
        "a port over 65535",
        containers({ portMappings: [{ containerPort: 70000 }] }),
        `${AT}.portMappings[0].containerPort`,
      ],
      [
        "another host port under awsvpc",
        containers({ portMappings: [{ containerPort: 8080, hostPort: 80 }] }),
        `${AT}.portMappings[0].hostPort`,
      ],
      [
        "a port that is used twice",
        containers({ portMappings: [{ containerPort: 80 }, { containerPort: 80 }] }),
        `${AT}.portMappings[1].containerPort`,
      ],
      ["more memory than the task", containers({ memory: 2048 }), "containerDefinitions"],
      ["more CPU than the task", containers({ cpu: 1024 }), "containerDefinitions"],
      ["a reservation over the limit", containers({ memoryReservation: 600 }), `${AT}.memoryReservation`],
      ["a long stop timeout", containers({ stopTimeout: 121 }), `${AT}.stopTimeout`],
      ["text for a flag", containers({ readonlyRootFilesystem: "yes" }), `${AT}.readonlyRootFilesystem`],
      ["privilege on Fargate", containers({ privileged: true }), `${AT}.privileged`],
      [
        "a log driver that Fargate lacks",
        containers({ logConfiguration: { logDriver: "syslog" } }),
        `${AT}.logConfiguration.logDriver`,
      ],
      [
        "awslogs without a prefix",
        containers({
          logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "a", "awslogs-region": "b" } },
        }),
        `${AT}.logConfiguration.options["awslogs-stream-prefix"]`,
      ],
      [
        "a secret from nowhere",
        containers({ secrets: [{ name: "A", valueFrom: "https://example.com" }] }),
        `${AT}.secrets[0].valueFrom`,
      ],
      [
        "a secret named as a variable",
        containers({ environment: [{ name: "A", value: "1" }], secrets: [{ name: "A", valueFrom: "/a" }] }),
        `${AT}.secrets[0].name`,
      ],
      [
        "an impatient health check",
        containers({ healthCheck: { command: ["CMD", "true"], timeout: 1 } }),
        `${AT}.healthCheck.timeout`,
      ],
      [
        "a health check without CMD",
        containers({ healthCheck: { command: ["curl", "localhost"] } }),
        `${AT}.healthCheck.command`,
      ],
      [
        "a mount of no volume",
        containers({ mountPoints: [{ sourceVolume: "data", containerPath: "/data" }] }),
        `${AT}.mountPoints[0].sourceVolume`,
      ],
      [
        "a dependency on no container",
        containers({ dependsOn: [{ containerName: "x", condition: "START" }] }),
        `${AT}.dependsOn[0].containerName`,
      ],
    ],
  },
  {
    type: "aws:ecs/service:Service",
    good: {
      cluster: "arn:aws:ecs:us-east-1:123456789012:cluster/main",
      desiredCount: 2,
      capacityProviderStrategies: [one, spot],
      deploymentMinimumHealthyPercent: 100,
      deploymentMaximumPercent: 200,
      networkConfiguration: { subnets: ["subnet-1", "subnet-2"], securityGroups: ["sg-1"] },
    },
    bad: [
      ["a launch type beside a strategy", { launchType: "FARGATE" }, "launchType"],
      [
        "a weight over 1000",
        { capacityProviderStrategies: [{ ...one, weight: 1001 }] },
        "capacityProviderStrategies[0].weight",
      ],
      ["two bases", { capacityProviderStrategies: [one, { ...spot, base: 1 }] }, "capacityProviderStrategies[1].base"],
      ["weights of 0 only", { capacityProviderStrategies: [{ ...one, weight: 0 }] }, "capacityProviderStrategies"],
      [
        "one provider twice",
        { capacityProviderStrategies: [one, { capacityProvider: "FARGATE", weight: 1 }] },
        "capacityProviderStrategies",
      ],
      [
        "Fargate mixed with instances",
        { capacityProviderStrategies: [one, { capacityProvider: "asg", weight: 1 }] },
        "capacityProviderStrategies",
      ],
      ["Fargate without a network", { networkConfiguration: undefined }, "networkConfiguration"],
      ["no subnets", { networkConfiguration: { subnets: [] } }, "networkConfiguration.subnets"],
      [
        "six security groups",
        { networkConfiguration: { subnets: ["a"], securityGroups: ["1", "2", "3", "4", "5", "6"] } },
        "networkConfiguration.securityGroups",
      ],
      ["a negative count", { desiredCount: -1 }, "desiredCount"],
      ["a minimum over 100 percent", { deploymentMinimumHealthyPercent: 150 }, "deploymentMinimumHealthyPercent"],
      ["a deployment that cannot move", { deploymentMaximumPercent: 100 }, "deploymentMaximumPercent"],
      ["a grace period without a balancer", { healthCheckGracePeriodSeconds: 30 }, "healthCheckGracePeriodSeconds"],
      ["daemons on Fargate", { schedulingStrategy: "DAEMON" }, "schedulingStrategy"],
      [
        "an impossible container port",
        { loadBalancers: [{ containerName: "app", containerPort: 0 }] },
        "loadBalancers[0].containerPort",
      ],
    ],
  },
  {
    type: "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
    good: {
      clusterName: "main",
      capacityProviders: ["FARGATE", "FARGATE_SPOT"],
      defaultCapacityProviderStrategies: [one, spot],
    },
    bad: [
      [
        "a provider that the cluster lacks",
        { capacityProviders: ["FARGATE"] },
        "defaultCapacityProviderStrategies[1].capacityProvider",
      ],
    ],
  },
  {
    type: "aws:appautoscaling/target:Target",
    good: {
      minCapacity: 1,
      maxCapacity: 4,
      resourceId: "service/main/app",
      scalableDimension: "ecs:service:DesiredCount",
      serviceNamespace: "ecs",
    },
    bad: [
      ["a maximum under the minimum", { minCapacity: 5 }, "maxCapacity"],
      ["a resource id of another form", { resourceId: "main/app" }, "resourceId"],
      ["a dimension that ECS lacks", { scalableDimension: "ecs:service:Memory" }, "scalableDimension"],
    ],
  },
  {
    type: "aws:appautoscaling/policy:Policy",
    good: {
      policyType: "TargetTrackingScaling",
      resourceId: "service/main/app",
      scalableDimension: "ecs:service:DesiredCount",
      serviceNamespace: "ecs",
      targetTrackingScalingPolicyConfiguration: {
        targetValue: 60,
        predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
      },
    },
    bad: [
      [
        "tracking without a target",
        { targetTrackingScalingPolicyConfiguration: undefined },
        "targetTrackingScalingPolicyConfiguration",
      ],
      [
        "a metric that ECS lacks",
        {
          targetTrackingScalingPolicyConfiguration: {
            targetValue: 1,
            predefinedMetricSpecification: { predefinedMetricType: "Mood" },
          },
        },
        "targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification.predefinedMetricType",
      ],
      [
        "requests per target without a label",
        {
          targetTrackingScalingPolicyConfiguration: {
            targetValue: 1,
            predefinedMetricSpecification: { predefinedMetricType: "ALBRequestCountPerTarget" },
          },
        },
        "targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification.resourceLabel",
      ],
      ["an unknown kind of policy", { policyType: "Guessing" }, "policyType"],
    ],
  },
  {
    type: "aws:appautoscaling/scheduledAction:ScheduledAction",
    good: {
      resourceId: "service/main/app",
      scalableDimension: "ecs:service:DesiredCount",
      serviceNamespace: "ecs",
      schedule: "cron(0 19 ? * MON-FRI *)",
      timezone: "America/New_York",
      scalableTargetAction: { minCapacity: 0, maxCapacity: 0 },
    },
    bad: [
      ["cron of five fields", { schedule: "cron(0 19 * * *)" }, "schedule"],
      ["cron with both days", { schedule: "cron(0 19 * * * *)" }, "schedule"],
      ["an hour of 25", { schedule: "cron(0 25 ? * * *)" }, "schedule"],
      ["a singular rate of five", { schedule: "rate(5 minute)" }, "schedule"],
      ["at() without a time", { schedule: "at(2026-01-01)" }, "schedule"],
      ["words", { schedule: "every evening" }, "schedule"],
      ["a time zone of no place", { timezone: "Mars/Base" }, "timezone"],
      ["an action that does nothing", { scalableTargetAction: {} }, "scalableTargetAction"],
      [
        "a maximum under the minimum",
        { scalableTargetAction: { minCapacity: 2, maxCapacity: 1 } },
        "scalableTargetAction.maxCapacity",
      ],
    ],
  },
];
