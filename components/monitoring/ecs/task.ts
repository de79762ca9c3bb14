import { Service } from "@pulumi/aws/ecs/service.js";
import { TaskDefinition } from "@pulumi/aws/ecs/taskDefinition.js";
import type { Input, Resource } from "@pulumi/pulumi";
import type { MonitoringTaskPlan } from "@pyairtable/plan";
import { child, resourceTags } from "../../shared/index.ts";
import { type ContainerSpec, containerDefinition, familyOf } from "./container.ts";
import type { EcsScene } from "./scene.ts";
import type { Disk } from "./storage.ts";

export interface TaskArgs {
  readonly key: "metrics" | "views";
  readonly size: MonitoringTaskPlan;
  readonly containers: readonly ContainerSpec[];
  readonly disk: Disk | null;
  readonly executionRoleArn: Input<string>;
  readonly taskRoleArn: Input<string>;
  readonly registryArn: Input<string>;
  /** Must be there before the first task. */
  readonly after: readonly Resource[];
}

/**
 * One task that is never doubled: a second Prometheus on the same disk would break both. So the old one ends before the
 * new one starts, and a failed start brings the old one back.
 */
export function makeTask(scene: EcsScene, args: TaskArgs): Service {
  const { name, place, parent, wiring, transform, plan } = scene;
  const logical = `${name}-${args.key}`;
  const tags = resourceTags(place.tags);
  const definition = new TaskDefinition(
    ...child(
      transform?.task,
      logical,
      {
        family: familyOf(place, args.key),
        cpu: String(args.size.cpuUnits),
        memory: String(args.size.memoryMiB),
        networkMode: "awsvpc",
        requiresCompatibilities: ["FARGATE"],
        runtimePlatform: { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" },
        executionRoleArn: args.executionRoleArn,
        taskRoleArn: args.taskRoleArn,
        containerDefinitions: JSON.stringify(args.containers.map((spec) => containerDefinition(place, spec))),
        volumes: args.disk === null ? [] : [efsVolume(args.disk)],
        tags,
      },
      { parent, dependsOn: [...args.after] },
    ),
  );
  return new Service(
    ...child(
      transform?.service,
      logical,
      {
        name: `monitoring-${args.key}`,
        cluster: wiring.clusterArn,
        taskDefinition: definition.arn,
        desiredCount: 1,
        platformVersion: "1.4.0",
        capacityProviderStrategies: [
          { capacityProvider: args.size.spot ? "FARGATE_SPOT" : "FARGATE", base: 0, weight: 1 },
        ],
        deploymentMinimumHealthyPercent: 0,
        deploymentMaximumPercent: 100,
        deploymentCircuitBreaker: { enable: true, rollback: true },
        // ECS takes it only with room for a second task.
        availabilityZoneRebalancing: "DISABLED",
        enableExecuteCommand: false,
        enableEcsManagedTags: true,
        propagateTags: "SERVICE",
        networkConfiguration: {
          subnets: wiring.privateSubnetIds,
          securityGroups: [wiring.monitoringSecurityGroupId],
          assignPublicIp: false,
        },
        serviceRegistries: { registryArn: args.registryArn },
        forceDelete: !plan.production,
        tags,
      },
      { parent, dependsOn: [...args.after], deleteBeforeReplace: true },
    ),
  );
}

function efsVolume({ volume, fileSystemId, accessPointId }: Disk) {
  return {
    name: volume,
    efsVolumeConfiguration: {
      fileSystemId,
      transitEncryption: "ENABLED",
      authorizationConfig: { accessPointId, iam: "ENABLED" },
    },
  };
}
