import type { TaskDefinitionArgs } from "@pulumi/aws/ecs/taskDefinition.js";
import type { Input } from "@pulumi/pulumi";
import { physicalName, resourceTags } from "../shared/index.ts";
import { containerDefinitions } from "./container-definitions.ts";
import { taskVolumes } from "./container-volumes.ts";
import type { ServiceRecord } from "./record.ts";
import type { ServiceWiring } from "./wiring.ts";

export interface TaskRoles {
  readonly executionRoleArn: Input<string>;
  readonly taskRoleArn: Input<string>;
}

/** The task: one Fargate size, its containers as a plain JSON string. */
export function taskDefinitionArgs(record: ServiceRecord, wiring: ServiceWiring, roles: TaskRoles): TaskDefinitionArgs {
  return {
    family: physicalName("ecs-task-family", `${record.project}-${record.environment}-${record.service}`),
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: String(record.cpuUnits),
    memory: String(record.memoryMiB),
    runtimePlatform: {
      cpuArchitecture: record.architecture === "arm64" ? "ARM64" : "X86_64",
      operatingSystemFamily: "LINUX",
    },
    executionRoleArn: roles.executionRoleArn,
    taskRoleArn: roles.taskRoleArn,
    containerDefinitions: JSON.stringify(containerDefinitions(record)),
    volumes: taskVolumes(record, wiring),
    ...(record.ephemeralStorageGiB === null ? {} : { ephemeralStorage: { sizeInGib: record.ephemeralStorageGiB } }),
    enableFaultInjection: record.faultInjection,
    tags: resourceTags(record.tags),
  };
}
