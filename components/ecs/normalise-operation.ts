import { defaultAlarmKinds } from "./alarm-defaults.ts";
import type { ServiceArgs } from "./args.ts";
import { withDefaults } from "./defaults.ts";
import type { AlarmRecord, DeploymentRecord, ScalingRecord, ServiceRecord } from "./record.ts";

export function scalingOf({ scaling, replicas, offHours }: ServiceArgs): ScalingRecord {
  const moves = (replicas?.max ?? 0) > (replicas?.min ?? 0) || (offHours ?? null) !== null;
  return withDefaults<ScalingRecord>(
    {
      ownedBy: moves ? "autoscaling" : "pulumi",
      cpuPercent: 60,
      memoryPercent: 75,
      requestsPerMinute: null,
      scaleOutCooldownSeconds: 60,
      scaleInCooldownSeconds: 300,
      predictive: null,
    },
    scaling,
  );
}

export function alarmsOf({ alarms }: ServiceArgs, record: Omit<ServiceRecord, "alarms">): AlarmRecord {
  return withDefaults<AlarmRecord>(
    {
      kinds: defaultAlarmKinds(record),
      memoryPercent: 90,
      cpuPercent: 90,
      errorPercent: 5,
      minimumRequestsPerMinute: 20,
      latencyP95Ms: 500,
      rollback: true,
    },
    alarms,
  );
}

export function deploymentOf({ deployment }: ServiceArgs): DeploymentRecord {
  return withDefaults<DeploymentRecord>(
    {
      strategy: "rolling",
      minimumHealthyPercent: 100,
      maximumPercent: 200,
      bakeMinutes: 5,
      stepPercent: 10,
      stepMinutes: 5,
      hooks: [],
      waitForSteadyState: false,
      forceDelete: false,
    },
    deployment,
  );
}
