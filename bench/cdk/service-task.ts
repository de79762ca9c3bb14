import {
  Duration,
  aws_ecs as ecs,
  aws_iam as iam,
  aws_logs as logs,
  RemovalPolicy,
  aws_secretsmanager as secrets,
} from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { DataNeed, Plan, ServicePlan } from "../../packages/plan/index.ts";
import { ACCOUNT, bucketObjects } from "./names.ts";

/** Hardened Fargate task: own roles, own log group, non-root, read-only root, init process, health check. */
export function addTaskDefinition(scope: Construct, plan: Plan, service: ServicePlan): ecs.FargateTaskDefinition {
  const task = new ecs.FargateTaskDefinition(scope, "Task", {
    family: `${plan.project}-${plan.environment}-${service.name}`,
    cpu: service.cpuUnits,
    memoryLimitMiB: service.memoryMiB,
    runtimePlatform: {
      cpuArchitecture: service.architecture === "arm64" ? ecs.CpuArchitecture.ARM64 : ecs.CpuArchitecture.X86_64,
      operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
    },
  });
  const logGroup = new logs.LogGroup(scope, "Logs", {
    retention: service.logRetentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const linuxParameters = new ecs.LinuxParameters(scope, "Linux", { initProcessEnabled: true });
  task.addContainer("app", {
    image: ecs.ContainerImage.fromRegistry(service.image),
    user: "10001:10001",
    readonlyRootFilesystem: true,
    linuxParameters,
    stopTimeout: Duration.seconds(service.drain.stopTimeoutSeconds),
    portMappings: [{ name: "http", containerPort: service.port, appProtocol: ecs.AppProtocol.http }],
    environment: { ...service.environment },
    secrets: Object.fromEntries(
      service.secrets.map((secret) => [
        secret.variable,
        ecs.Secret.fromSecretsManager(secrets.Secret.fromSecretNameV2(scope, secret.variable, secret.secretName)),
      ]),
    ),
    healthCheck: { command: ["CMD", "/healthcheck", `http://127.0.0.1:${service.port}${service.healthPath}`] },
    logging: ecs.LogDriver.awsLogs({ streamPrefix: service.name, logGroup, mode: ecs.AwsLogDriverMode.NON_BLOCKING }),
  });
  for (const need of service.data) task.addToTaskRolePolicy(grant(plan, need));
  return task;
}

function grant(plan: Plan, need: DataNeed): iam.PolicyStatement {
  const where = `${plan.region}:${ACCOUNT}`;
  switch (need.kind) {
    case "postgres":
      return allow(["rds-db:connect"], `arn:aws:rds-db:${where}:dbuser:cluster-PLATFORM/${need.schema}`);
    case "redis":
      return allow(["elasticache:Connect"], `arn:aws:elasticache:${where}:user:${need.keyPrefix}`);
    case "bucket":
      return allow(
        need.access === "read" ? ["s3:GetObject"] : ["s3:GetObject", "s3:PutObject"],
        bucketObjects(plan, need.bucket),
      );
    case "queue":
      return allow(
        need.role === "producer" ? ["sqs:SendMessage"] : ["sqs:ReceiveMessage", "sqs:DeleteMessage"],
        `arn:aws:sqs:${where}:${plan.project}-${plan.environment}-${need.queue}`,
      );
  }
}

function allow(actions: string[], resource: string): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions, resources: [resource] });
}
